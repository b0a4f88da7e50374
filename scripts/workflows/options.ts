import { findProjectRoot } from '../apis/projectRoot.ts';
import { readApi } from '../apis/readApi.ts';
import { readStories, storiesFile } from '../apis/readStories.ts';
import { type RegisteredApi, readRegistry, selectApis } from '../apis/registry.ts';
import { reportFolder } from '../cli/reportFolder.ts';
import type { Api } from '../model/api.ts';
import { UsageError } from '../model/errors.ts';
import type { JsonObject } from '../model/json.ts';
import type { Stories } from '../model/story.ts';
import { readInputs } from './readInputs.ts';
import { writesOf } from './runStories.ts';
import { safeTarget } from './safeTarget.ts';

interface DescribedApi {
  api: Api;
  /** Absent where an API has no stories. */
  described?: Stories;
}

/** A run, its defaults resolved. */
export interface WorkflowOptions {
  apis: DescribedApi[];
  /** A live server, and what its stories are told with; without it, the mock. */
  live?: { target: string; inputs: JsonObject };
  allowWrites: boolean;
  /** Absolute path of the reports' folder. */
  folder: string;
}

export interface WorkflowFlags {
  target?: string | undefined;
  'allow-writes'?: boolean | undefined;
  report?: string | undefined;
}

/**
 * Reads a command line, the bundles and the stories that it names, and of a live run the inputs.
 * @throws {UsageError} on a value that is none, an unknown API, missing inputs, a live run that may tell no story
 * @throws {DocumentError} if a bundle or its stories cannot be read
 */
export async function readOptions(flags: WorkflowFlags, names: string[]): Promise<WorkflowOptions> {
  const projectRoot = findProjectRoot();
  const registered = selectApis(readRegistry(projectRoot), names);
  if (flags.target !== undefined && names.length !== 1) {
    throw new UsageError(
      '--target is one server: name exactly one API, as in `npm run workflows -- <api> --target URL`.',
    );
  }
  const folder = reportFolder(flags.report, projectRoot);
  const target = flags.target === undefined ? undefined : safeTarget(flags.target);
  const apis = await Promise.all(registered.map((one) => describedApi(one, projectRoot)));
  const allowWrites = target === undefined || (flags['allow-writes'] ?? false);
  const [only] = apis;
  return {
    apis,
    ...(target !== undefined && only && { live: { target, inputs: liveInputs(only, allowWrites) } }),
    allowWrites,
    folder,
  };
}

async function describedApi(registered: RegisteredApi, projectRoot: string): Promise<DescribedApi> {
  const api = await readApi({ root: projectRoot, name: registered.name });
  const file = storiesFile(registered);
  return { api, ...(file !== undefined && { described: readStories({ file, api, projectRoot }) }) };
}

/** Of the stories that may be told: the others need none. */
function liveInputs({ api, described }: DescribedApi, allowWrites: boolean): JsonObject {
  const all = described?.stories ?? [];
  if (all.length === 0) {
    throw new UsageError(
      `${api.name} has no stories.\nWrite them into workflows.arazzo.yaml beside its document.`,
    );
  }
  const stories = all.filter((story) => allowWrites || writesOf(api, story).length === 0);
  if (stories.length === 0) {
    const writing = all.map((story) => `${story.workflowId} (${writesOf(api, story).join(', ')})`);
    throw new UsageError(
      `Every story of ${api.name} changes what a server holds: ${writing.join('; ')}.\nAllow it with --allow-writes.`,
    );
  }
  return readInputs({ api: api.name, stories, environment: process.env });
}
