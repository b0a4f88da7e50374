import { existsSync } from 'node:fs';
import { join, sep } from 'node:path';
import type { Config } from '@redocly/openapi-core';
import { storiesFile } from '../apis/readStories.ts';
import type { RegisteredApi } from '../apis/registry.ts';
import { count, countStories } from '../cli/count.ts';
import { lintDocument } from './lintDocument.ts';
import { lintStories } from './lintStories.ts';
import { loadLintConfig, refuseUnknownRules } from './loadLintConfig.ts';
import type { Problem, Step } from './problem.ts';
import { readBiome } from './readBiome.ts';
import { readTypeScript } from './readTypeScript.ts';
import { runBin } from './runBin.ts';

interface Input {
  /** Absolute path. */
  readonly projectRoot: string;
  readonly apis: readonly RegisteredApi[];
}

type Outcome = Omit<Step, 'name' | 'durationMs'>;

/** What lint does, in this order; a step that finds something does not keep the next from running. */
const steps: Readonly<Record<string, (input: Input) => Promise<Outcome>>> = {
  documents: lintDocuments,
  types: checkTypes,
  style: checkStyle,
};

/**
 * Runs the steps one after the other and yields each as it ends.
 * @throws {DocumentError} if the configuration of lint is at fault
 */
export async function* runSteps(input: Input & { onStart: (name: string) => void }): AsyncGenerator<Step> {
  for (const [name, run] of Object.entries(steps)) {
    input.onStart(name);
    const startedAt = performance.now();
    const { figure, problems } = await run(input);
    const durationMs = performance.now() - startedAt;
    yield { name, durationMs, figure, problems: problems.map((problem) => withoutRoot(problem, input)) };
  }
}

async function lintDocuments({ projectRoot, apis }: Input): Promise<Outcome> {
  const config: Config = await loadLintConfig(projectRoot);
  const problems: Problem[] = [];
  let files = 0;
  let stories = 0;
  for (const { name, root } of apis) {
    const apiConfig = config.forAlias(name);
    const linted = await lintDocument({ root, config: apiConfig, projectRoot });
    refuseUnknownRules(apiConfig);
    problems.push(...linted.problems);
    files += linted.files;
    const file = storiesFile({ root });
    if (file === undefined) continue;
    const isReadable = !linted.problems.some(({ unreadable }) => unreadable);
    const told = await lintStories({
      ...{ file, config: apiConfig, projectRoot },
      ...(isReadable && { root }),
    });
    problems.push(...told.problems);
    files += 1;
    stories += told.stories;
  }
  const looked = `${count(apis.length, 'API')}, ${count(files, 'file')}`;
  return { figure: stories > 0 ? `${looked}, ${countStories(stories)}` : looked, problems };
}

async function checkTypes({ projectRoot }: Input): Promise<Outcome> {
  const packages = join(projectRoot, 'node_modules');
  // Kept beside the packages: what has not changed since, by its content, is not checked again.
  const known = ['--incremental', '--tsBuildInfoFile', join(packages, '.cache', 'types.tsbuildinfo')];
  const args = ['--noEmit', '--pretty', 'false', ...(existsSync(packages) ? known : [])];
  const output = await runBin({ package: 'typescript', bin: 'tsc', args, cwd: projectRoot });
  return { figure: '', problems: readTypeScript(output) };
}

async function checkStyle({ projectRoot }: Input): Promise<Outcome> {
  const args = ['check', '--reporter=json', '--max-diagnostics=none', '--error-on-warnings'];
  const output = await runBin({ package: '@biomejs/biome', bin: 'biome', args, cwd: projectRoot });
  const { problems, files } = readBiome(output);
  return { figure: count(files, 'file'), problems };
}

/** What is told is the same on every machine. */
function withoutRoot(problem: Problem, { projectRoot }: Input): Problem {
  return { ...problem, message: problem.message.replaceAll(`${projectRoot}${sep}`, '') };
}
