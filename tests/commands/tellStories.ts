import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { StoryReport } from '../../scripts/model/story.ts';
import { askServer } from '../gate/askServer.ts';
import { listen } from '../gate/listen.ts';
import type { WireAnswer, WireRequest } from '../gate/wire.ts';
import { repository } from '../support/makeContractProject.ts';
import { runScript } from './runScript.ts';

/** What a server says in place of the truth. */
export type Lie = (request: WireRequest, truth: WireAnswer) => WireAnswer;

/** All that the stories are told with here; none of it is a default. */
export const inputs: Record<string, string> = {
  CONNECTICKET_API_KEY: 'fake-key-d1f5',
  CONNECTICKET_API_SECRET: 'fake-secret-d2f6',
  DENTALRAY_USERNAME: 'fake-user-7b31',
  DENTALRAY_PASSWORD: 'fake-pa$$word-{$7b32}',
  DENTALRAY_CODE: 'fake-code-7b33',
  DENTALRAY_OFFICE_ID: '884401',
  DENTALRAY_PATIENT_ID: '884402',
  DENTALRAY_FORM_ID: '884403',
  OPTRETINA_CLIENT_ID: 'fake-id-a7c2',
  OPTRETINA_CLIENT_SECRET: 'fake-secret-b8d3',
  TSCHARTS_TOKEN: 'fake-token-c9e4',
  TSCHARTS_PATIENT: '884404',
  TSCHARTS_CLINIC: '884405',
  TSCHARTS_STATION: '884406',
};

interface Telling {
  /** Name of the API. */
  name: string;
  /** Of a truthful server that remembers. */
  mockUrl: string;
  lie?: Lie;
  argv?: string[];
  env?: Record<string, string>;
}

/** Runs the command against a live server, in folders of its own; what it wrote and what the server was asked is told. */
export async function tellStories({ name, mockUrl, lie, argv = ['--allow-writes'], env = inputs }: Telling) {
  const asked: WireRequest[] = [];
  await using server = await listen(async (request) => {
    asked.push(request);
    const truth = await askServer(mockUrl, request);
    return lie ? lie(request, truth) : truth;
  });
  const [folder, temporary] = await Promise.all(
    ['stories-', 'temporary-'].map((prefix) => mkdtemp(join(tmpdir(), prefix))),
  );
  try {
    const all = [name, '--target', `${server.url}/${name}`, '--report', folder ?? '', ...argv];
    const environment = { ...env, TMPDIR: temporary ?? '' };
    const run = await runScript('workflows.ts', { argv: all, cwd: repository, env: environment });
    const files = await readdir(folder ?? '');
    const json = files.includes('workflows.json')
      ? await readFile(join(folder ?? '', 'workflows.json'), 'utf8')
      : '';
    const report = json === '' ? undefined : (JSON.parse(json) as StoryReport);
    return { ...run, asked, files, json, report, left: await leftIn(temporary ?? '') };
  } finally {
    await Promise.all([folder, temporary].map((one) => rm(one ?? '', { recursive: true })));
  }
}

/** Node keeps what it has compiled of the programs that it runs, which knows nothing of a run. */
async function leftIn(folder: string): Promise<string[]> {
  return (await readdir(folder)).filter((name) => name !== 'node-compile-cache');
}

/** A lie about the answers to one request: `GET /report/`, say; `$` at its end for the whole path. */
export function about(place: string, change: (truth: WireAnswer) => Partial<WireAnswer>): Lie {
  const [method = '', path = ''] = place.split(' ');
  return (request, truth) => {
    const own = request.target.split('?', 1)[0] ?? '';
    const isMeant = path.endsWith('$') ? own.endsWith(path.slice(0, -1)) : own.includes(path);
    return request.method === method && isMeant ? { ...truth, ...change(truth) } : truth;
  };
}

/** An answer of JSON. */
export function json(status: number, value: unknown): Partial<WireAnswer> {
  const headers = { 'content-type': 'application/json' };
  return { status, headers, body: Buffer.from(JSON.stringify(value)) };
}

/** The truth, with some members changed. */
export function changed(members: Record<string, unknown>): (truth: WireAnswer) => Partial<WireAnswer> {
  return ({ status, body }) =>
    json(status, { ...(JSON.parse(body.toString()) as Record<string, unknown>), ...members });
}
