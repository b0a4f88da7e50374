import { readFile } from 'node:fs/promises';
import { relative, sep } from 'node:path';
import { type Config, getLineColLocation, parseYaml, Source } from '@redocly/openapi-core';
import { bundleDocument } from '../apis/bundleDocument.ts';
import { apiOf } from '../apis/readApi.ts';
import { type StoryFault, storyFaults } from '../apis/storyFaults.ts';
import { isObject } from '../json/pointer.ts';
import type { Json } from '../model/json.ts';
import { lintDocument } from './lintDocument.ts';
import type { Problem } from './problem.ts';

interface Input {
  /** Absolute path of an API's stories. */
  file: string;
  /** Absolute path of its root document, where that can be read: else no step is at fault for the operation it names. */
  root?: string | undefined;
  /** The configuration of that API. */
  config: Config;
  /** Absolute path; files are named relative to it. */
  projectRoot: string;
}

/**
 * Lints the stories of an API with Redocly's rules for Arazzo, and asks whether they can be told.
 * @returns how many there are, too
 */
export async function lintStories(input: Input): Promise<{ problems: Problem[]; stories: number }> {
  const { file, config, projectRoot } = input;
  const { problems } = await lintDocument({ root: file, config, projectRoot });
  if (problems.some(({ unreadable }) => unreadable)) return { problems, stories: 0 };
  const source = new Source(file, await readFile(file, 'utf8'));
  const document = parseYaml(source.body) as Json;
  const faults = storyFaults(document, await operationIds(input));
  const workflows = isObject(document) ? document.workflows : undefined;
  return {
    problems: [...problems, ...faults.map((fault) => toProblem(fault, source, projectRoot))],
    stories: Array.isArray(workflows) ? workflows.length : 0,
  };
}

async function operationIds({ root, projectRoot }: Input): Promise<ReadonlySet<string> | undefined> {
  if (root === undefined) return undefined;
  const { operations } = apiOf('', await bundleDocument(root, projectRoot));
  return new Set(operations.map(({ operationId }) => operationId));
}

function toProblem({ pointer, message, repair }: StoryFault, source: Source, projectRoot: string): Problem {
  const { start } = getLineColLocation({ source, pointer: `#${pointer}`, reportOnKey: false });
  return {
    file: relative(projectRoot, source.absoluteRef).split(sep).join('/'),
    ...{ line: start.line, column: start.col, pointer: `#${pointer}` },
    rule: 'stories',
    message: `${message}. ${repair}`,
  };
}
