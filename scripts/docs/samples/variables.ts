/**
 * A secret in a sample is an environment variable of the reader's. Until a language has written it in its own way, a word
 * stands for it that every encoding leaves as it is.
 */
export function standIn(variable: string): string {
  return `ENV__${variable}__`;
}

const standIns = /ENV__([A-Z0-9_]+?)__/;

/** The variables that a text stands in for, each once. */
export function variablesIn(text: string): string[] {
  return [...new Set(text.split(standIns).filter((_, index) => index % 2 === 1))];
}

/** A text with its variables: texts at even places, names of variables at odd ones. */
export function splitVariables(text: string): string[] {
  return text.split(standIns);
}

/** Writes anew each string literal of a source that has a variable in it; `literal` finds them, its first group their inside. */
export function replaceLiterals(source: string, literal: RegExp, write: (parts: string[]) => string): string {
  return source.replace(literal, (whole, inside: string) => {
    const parts = splitVariables(inside);
    return parts.length === 1 ? whole : write(parts);
  });
}
