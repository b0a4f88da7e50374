import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { temporaryFolder } from '../files/temporaryFolder.ts';
import { runBin } from '../lint/runBin.ts';
import type { JsonObject } from '../model/json.ts';
import type { Stories, Story } from '../model/story.ts';
import type { RespectReport } from './respectReport.ts';

interface Order {
  described: Pick<Stories, 'file' | 'source'>;
  stories: readonly Story[];
  /** Where the API answers. */
  url: string;
  /** By name; what is not there takes its default. */
  inputs: JsonObject;
}

/** A judged answer goes on being told: whether it breaks the story is decided in `stepFailures`. */
const severity = 'SCHEMA_CHECK=warn';

/**
 * Has Respect tell stories, in a process of its own. Its report, which holds what was sent and what came, is gone with the
 * folder that it is written to, and what it prints is not passed on.
 * @returns nothing where it gave up before it had a report
 */
export async function runRespect({
  described,
  stories,
  url,
  inputs,
}: Order): Promise<RespectReport | undefined> {
  using folder = temporaryFolder('workflows-');
  await writeFile(join(folder.path, 'redocly.yaml'), 'telemetry: off\n');
  await runBin({
    ...{ package: '@redocly/cli', bin: 'redocly', cwd: folder.path },
    args: [
      ...['respect', described.file, '--json-output', 'report.json', '--severity', severity],
      ...['--server', `${described.source}=${url}`],
      ...stories.flatMap(({ workflowId }) => ['--workflow', workflowId]),
    ],
    env: { ...withoutProxies(process.env), REDOCLY_CLI_RESPECT_INPUT: JSON.stringify(inputs) },
  });
  try {
    return JSON.parse(await readFile(join(folder.path, 'report.json'), 'utf8')) as RespectReport;
  } catch {
    return undefined;
  }
}

/** Inputs are no arguments, which every user of a machine can list; and what goes to this machine needs no proxy. */
function withoutProxies(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(environment).filter(([name]) => !/_proxy$/i.test(name)));
}
