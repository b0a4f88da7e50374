/** Lines without a blank one between them. */
export interface Paragraph {
  /** Of the first line, counted from 1. */
  readonly line: number;
  readonly text: string;
}

/** Joins lines into paragraphs; an input's line always begins one, since the page leaves no blank line before it. */
export function paragraphsOf(lines: readonly string[], firstLine: number): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  let open = false;
  lines.forEach((text, index) => {
    const blank = text.trim() === '';
    const last = paragraphs.at(-1);
    if (!blank && open && last && !isInputLine(text) && !isInputLine(last.text)) {
      paragraphs[paragraphs.length - 1] = { ...last, text: `${last.text} ${text.trim()}` };
    } else if (!blank) {
      paragraphs.push({ line: firstLine + index, text: text.trimEnd() });
    }
    open = !blank;
  });
  return paragraphs;
}

/**
 * An input's line: name, type and perhaps "optional", with no-break spaces between and behind, which set it apart from
 * every sentence.
 */
export function readInputLine(text: string): { name: string; type: string; optional: boolean } | undefined {
  const [, name, type, optional] = inputLine.exec(text) ?? [];
  if (name === undefined || type === undefined) return undefined;
  return { name, type, optional: optional !== undefined };
}

const inputLine = /^(\S+)\u00a0[\u00a0 ]*(\S+)(?:\u00a0[\u00a0 ]*(optional))?[\u00a0 ]*$/u;

function isInputLine(text: string): boolean {
  return inputLine.test(text);
}
