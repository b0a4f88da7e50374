import { relative, sep } from 'node:path';
import {
  type Config,
  detectSpec,
  getLineColLocation,
  lintDocument as lintWithRedocly,
  type NormalizedProblem,
  YamlParseError,
} from '@redocly/openapi-core';
import { LocalResolver } from '../apis/localResolver.ts';
import { UsageError } from '../model/errors.ts';
import { existingPointer } from './existingPointer.ts';
import type { Problem } from './problem.ts';

interface Input {
  /** Absolute path of an API's root document. */
  readonly root: string;
  /** The configuration of that API. */
  readonly config: Config;
  /** Absolute path; files are named relative to it. */
  readonly projectRoot: string;
}

/**
 * Lints a document with Redocly's rules and ours. What an ignore file would hide is told all the same.
 * @returns its problems in the order of the files, and how many files it consists of
 */
export async function lintDocument(input: Input): Promise<{ problems: Problem[]; files: number }> {
  const resolver = new LocalResolver(input.projectRoot);
  try {
    const document = await resolver.resolveDocument(null, input.root, true);
    if (document instanceof Error) throw document;
    detectSpec(document.parsed);
    const problems = await lintWithRedocly({ document, config: input.config, externalRefResolver: resolver });
    return {
      problems: inOrder(problems.map((problem) => toProblem(problem, input))),
      files: resolver.getFiles().size,
    };
  } catch (error) {
    return { problems: [unreadable(error, input)], files: resolver.getFiles().size };
  }
}

function toProblem({ location: [location], ruleId, message }: NormalizedProblem, input: Input): Problem {
  if (!location) return { file: shorten(input.root, input), rule: ruleId, message };
  const { source, start } = getLineColLocation(location);
  return {
    file: shorten(source.absoluteRef, input),
    line: start.line,
    column: start.col,
    ...(location.pointer && { pointer: existingPointer(source, location.pointer) }),
    rule: ruleId,
    message,
    ...(ruleId === 'no-unresolved-refs' && { unreadable: true }),
  };
}

/** What cannot be read at all is thrown, not reported. A defect of a rule is thrown too, and stays one. */
function unreadable(error: unknown, input: Input): Problem {
  const isDefect = [TypeError, RangeError, ReferenceError, UsageError].some((kind) => error instanceof kind);
  if (isDefect || !(error instanceof Error)) throw error;
  const file = shorten(error instanceof YamlParseError ? error.source.absoluteRef : input.root, input);
  const place = error instanceof YamlParseError && { line: error.line, column: error.col };
  return {
    file,
    ...place,
    pointer: '#',
    rule: 'readable',
    message: error.message,
    unreadable: true,
  };
}

function inOrder(problems: Problem[]): Problem[] {
  const unique = new Map(problems.map((problem) => [JSON.stringify(problem), problem]));
  return [...unique.values()].sort(
    (a, b) =>
      compare(a.file, b.file) || compare(a.line ?? 0, b.line ?? 0) || compare(a.column ?? 0, b.column ?? 0),
  );
}

function compare<T extends string | number>(a: T, b: T): number {
  return a < b ? -1 : Number(a > b);
}

function shorten(file: string, { projectRoot }: Input): string {
  const path = relative(projectRoot, file);
  return path.startsWith('..') ? file : path.split(sep).join('/');
}
