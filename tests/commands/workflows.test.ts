import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readApi } from '../../scripts/apis/readApi.ts';
import { type Mock, startMock } from '../../scripts/mock/startMock.ts';
import { UsageError } from '../../scripts/model/errors.ts';
import type { StoryReport } from '../../scripts/model/story.ts';
import { readOptions, type WorkflowFlags } from '../../scripts/workflows/options.ts';
import { repository } from '../support/makeContractProject.ts';
import { runScript } from './runScript.ts';
import { about, changed, inputs, json, type Lie, tellStories } from './tellStories.ts';

const names = ['connecticket', 'dentalray', 'optretina', 'tscharts'];
let mock: Mock;

beforeAll(async () => {
  const apis = await Promise.all(names.map((name) => readApi({ root: repository, name })));
  mock = await startMock({ apis, stateful: true, credentials: 'known' });
});

afterAll(() => mock.close());

describe.each(names)('%s, told truthfully', (name) => {
  test('its stories end well, with nothing left behind in a temporary folder', async () => {
    const { code, stdout, stderr, report, left } = await tellStories({ name, mockUrl: mock.url });
    expect({ code, stderr, left }).toEqual({ code: 0, stderr: '', left: [] });
    expect(report).toMatchObject({ schemaVersion: 1, totals: { stories: 1, failed: 0, skipped: 0 } });
    expect(report?.apis.flatMap(({ stories }) => stories).map(({ outcome }) => outcome)).toEqual(['passed']);
    expect(stdout).toMatch(/\n1 story, \d+ steps, 0 failed\n$/);
  });
});

test('by default, stories are told to a mock, with their own inputs', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'stories-'));
  try {
    const argv = ['tscharts', 'connecticket', '--report', folder];
    const { code, stdout } = await runScript('workflows.ts', { argv, cwd: repository });
    expect({ code, stdout }).toEqual({
      code: 0,
      stdout: expect.stringMatching(/\n2 stories, 8 steps, 0 failed\n$/),
    });
    const report = JSON.parse(await readFile(join(folder, 'workflows.json'), 'utf8')) as StoryReport;
    expect(report.target).toBe('mock');
    expect(report.apis.map(({ api }) => api)).toEqual(['connecticket', 'tscharts']);
  } finally {
    await rm(folder, { recursive: true });
  }
});

test('an input is sent as it is, whatever an expression would make of it', async () => {
  const { code, asked } = await tellStories({ name: 'dentalray', mockUrl: mock.url });
  const { DENTALRAY_USERNAME: username, DENTALRAY_PASSWORD: password } = inputs;
  expect(code).toBe(0);
  expect(JSON.parse(asked.find(({ method }) => method === 'POST')?.body.toString() ?? '')).toEqual({
    username,
    password,
  });
});

const lies: { what: string; name: string; lie: Lie; step: string; failure: string }[] = [
  {
    what: 'a report that was created cannot be read',
    name: 'dentalray',
    lie: about('GET /report/', () => json(404, { message: 'No such report.' })),
    step: 'getReport',
    failure: '$statusCode == 200',
  },
  {
    what: 'a token is accepted after logout',
    name: 'dentalray',
    lie: about('GET /auth/me', () => json(200, { id: 11 })),
    step: 'useEndedToken',
    failure: '$statusCode == 401',
  },
  {
    what: 'an update is lost',
    name: 'dentalray',
    lie: about('GET /worklist/', changed({ status: 'pending' })),
    step: 'getUpdatedWorklist',
    failure: "$response.body#/status == 'complete'",
  },
  {
    what: 'a list lacks what was created',
    name: 'tscharts',
    lie: about('GET /image/$', () => json(200, [1, 2])),
    step: 'listImages',
    failure: '$..[?(@ == {$steps.createImage.outputs.id})]',
  },
  {
    what: 'another resource is answered',
    name: 'optretina',
    lie: about('GET /cases/', (truth) => (truth.status === 200 ? json(200, { id: 1 }) : truth)),
    step: 'getCase',
    failure: '$response.body#/id == $steps.createCase.outputs.id',
  },
  {
    what: 'an answer breaks its schema, and no criterion',
    name: 'connecticket',
    lie: about('GET /tickets$', changed({ status: 7 })),
    step: 'listTickets',
    failure: 'the body does not obey its schema',
  },
  {
    what: 'the connection ends in place of an answer',
    name: 'connecticket',
    lie: about('GET /tickets$', () => ({ delivery: 'none' })),
    step: 'listTickets',
    failure: 'no answer came that could be read',
  },
];

describe('a server that lies', () => {
  test.each(lies)('$what: $step fails', async ({ name, lie, step, failure }) => {
    const { code, stdout, report } = await tellStories({ name, mockUrl: mock.url, lie });
    expect(code).toBe(1);
    const [story] = report?.apis.flatMap(({ stories }) => stories) ?? [];
    const failed = story?.steps.filter(({ outcome }) => outcome === 'failed') ?? [];
    expect(failed.map(({ stepId }) => stepId)).toEqual([step]);
    expect(failed[0]?.failures).toContain(failure);
    expect(stdout).toContain(`\n  failed   ${step}`);
    expect(stdout).toContain(`\n           ${failure}\n`);
    expect(stdout).toMatch(/\n1 story, \d+ steps, 1 failed\n$/);
  });

  const unfinished: [what: string, lie: Lie][] = [
    ['it cannot be read', about('GET /report/', () => json(404, { message: 'No such report.' }))],
    ['it came to be with a fault', about('POST /report$', changed({ worklist_id: 1 }))],
  ];
  test.each(unfinished)('what a story made is taken away, although %s', async (_, lie) => {
    const { code, asked } = await tellStories({ name: 'dentalray', mockUrl: mock.url, lie });
    const made = asked.filter(({ method }) => method === 'DELETE' || method === 'POST');
    const places = made.map(({ method, target }) => `${method} ${target.replace(/\/\d+$/, '/{}')}`);
    expect(places.slice(-4)).toEqual([
      'DELETE /dentalray/report/{}',
      'DELETE /dentalray/worklist/{}',
      'DELETE /dentalray/media/{}',
      'POST /dentalray/auth/logout',
    ]);
    expect(code).toBe(1);
  });

  test('a redirect is not followed', async () => {
    const lie = about('GET /tickets$', () => ({
      status: 307,
      headers: { location: `${mock.url}/connecticket/trap` },
      body: Buffer.alloc(0),
    }));
    const { code, asked } = await tellStories({ name: 'connecticket', mockUrl: mock.url, lie });
    expect(code).toBe(1);
    expect(asked.filter(({ target }) => target.includes('trap'))).toEqual([]);
  });

  test.each(['connecticket', 'dentalray', 'optretina', 'tscharts'])(
    'nothing that %s repeats of what it hears is written anywhere',
    async (name) => {
      const patient = 'Distinctive Patient-Name';
      const heard: string[] = [];
      const lie: Lie = (request, truth) => {
        const all = `${request.target} ${JSON.stringify(request.headers)} ${request.body.toString('latin1')} ${patient}`;
        heard.push(all);
        const isLate = heard.length > 2;
        return isLate ? { ...truth, ...json(500, { id: all, message: all, [patient]: all }) } : truth;
      };
      const {
        code,
        stdout,
        stderr,
        json: written,
        left,
      } = await tellStories({ name, mockUrl: mock.url, lie });
      expect(code).toBe(1);
      expect(left).toEqual([]);
      const own = Object.entries(inputs).filter(([variable]) => variable.startsWith(name.toUpperCase()));
      // Each was told, or nothing would be shown by its absence.
      const told = own.map(([, value]) => value).filter((value) => heard.join(' ').includes(value));
      expect(told.length).toBeGreaterThan(1);
      const tokens = heard.flatMap((one) =>
        [...one.matchAll(/Bearer ([\w.~+/-]+)/g)].map(([, token = '']) => token),
      );
      const texts = [stdout, stderr, written].join('\n');
      for (const value of [...own.map(([, value]) => value), ...tokens, patient, 'Pat Example']) {
        expect(texts).not.toContain(value);
      }
    },
  );
});

describe('a live server', () => {
  test('is asked for nothing by a story that writes, unless that is allowed', async () => {
    const run = await tellStories({ name: 'tscharts', mockUrl: mock.url, argv: [] });
    expect(run).toMatchObject({ code: 2, stdout: '', asked: [], files: [] });
    expect(run.stderr).toContain('imageLife (createImage, deleteImage)');
    expect(run.stderr).toContain('--allow-writes');
  });

  test('is told a story that only reads without leave, whatever gets the token', async () => {
    const run = await tellStories({ name: 'connecticket', mockUrl: mock.url, argv: [] });
    expect(run).toMatchObject({ code: 0, report: { totals: { stories: 1, steps: 3, failed: 0 } } });
  });

  test('needs all inputs; what is missing is named at once, before anything is sent', async () => {
    const { DENTALRAY_OFFICE_ID } = inputs;
    const env = { DENTALRAY_OFFICE_ID: DENTALRAY_OFFICE_ID ?? '' };
    const run = await tellStories({ name: 'dentalray', mockUrl: mock.url, env });
    expect(run).toMatchObject({ code: 2, asked: [] });
    expect(run.stderr).toContain(
      'DENTALRAY_USERNAME, DENTALRAY_PASSWORD, DENTALRAY_CODE, DENTALRAY_PATIENT_ID, DENTALRAY_FORM_ID.',
    );
  });

  test('that cannot be reached is 3', async () => {
    const url = await closedAddress();
    const argv = ['connecticket', '--target', url];
    const { code, stderr } = await runScript('workflows.ts', { argv, cwd: repository, env: inputs });
    expect({ code, stderr }).toEqual({ code: 3, stderr: expect.stringContaining('cannot be reached') });
  });

  const wrong: { names: string[]; flags: WorkflowFlags; says: string }[] = [
    { names: [], flags: { target: 'https://example.com' }, says: 'exactly one API' },
    { names: ['tscharts', 'optretina'], flags: { target: 'https://example.com' }, says: 'exactly one API' },
    { names: ['tscharts'], flags: { target: 'http://example.com' }, says: 'plain HTTP' },
    { names: ['tscharts'], flags: { report: '' }, says: '--report names no folder' },
    { names: ['charts'], flags: {}, says: 'Unknown API' },
  ];
  test.each(wrong)('$names with $flags is wrong usage', async ({ names: given, flags, says }) => {
    await expect(readOptions(flags, given)).rejects.toThrow(says);
    await expect(readOptions(flags, given)).rejects.toBeInstanceOf(UsageError);
  });
});

/** Of this machine, where nobody listens. */
async function closedAddress(): Promise<string> {
  const server = createServer();
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as { port: number };
  await new Promise((closed) => server.close(closed));
  return `http://127.0.0.1:${port}`;
}
