import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { apiOf } from '../../../scripts/apis/readApi.ts';
import { samplesOf } from '../../../scripts/docs/samples/samplesOf.ts';
import type { JsonObject } from '../../../scripts/model/json.ts';
import { startRecordingFront } from './recordingFront.ts';
import { isInstalled, parseEach, runPython, runShell } from './runSamples.ts';
import { sampleFolder } from './sampleFolder.ts';

/** What one of the languages, or a shell, reads as something else. */
const awkward = `it's "quoted"; $HOME \`x\` \\n #{1 + 1} @file <b> null, true, é 日本`;
const members = { text: awkward, at: '@no-file', less: '<no-file' };
const inJson = { ...members, [awkward]: {}, list: [null, true, []] };

function operation(operationId: string, type: string, example: JsonObject): JsonObject {
  const responses = { '200': { description: 'Done.' } };
  const requestBody = { content: { [type]: { schema: { type: 'object' }, example } } };
  return { post: { operationId, responses, requestBody } };
}

const api = apiOf('awkward', {
  openapi: '3.1.0',
  info: { title: 'Awkward', version: '1' },
  servers: [{ url: 'http://awkward.example/v1' }],
  security: [{ account: [] }],
  paths: {
    '/form': operation('sendForm', 'application/x-www-form-urlencoded', members),
    '/json': operation('sendJson', 'application/json', inJson),
    '/parts': operation('sendParts', 'multipart/form-data', members),
  },
  components: { securitySchemes: { account: { type: 'http', scheme: 'basic' } } },
});

const fields = Object.entries(members).toSorted((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b)));
const credentials = Buffer.from('fake-username:fake-password').toString('base64');

describe('what another language would read differently arrives as it is', () => {
  let front: Awaited<ReturnType<typeof startRecordingFront>>;
  beforeAll(async () => {
    front = await startRecordingFront();
  });
  afterAll(() => front.close());
  const adapt = (source: string) => source.replace(api.serverUrl, front.url);

  function expectArrival(): void {
    const seen = front.take();
    expect(seen.map(({ url, headers, body }) => ({ url, type: headers['content-type'], body }))).toEqual([
      { url: '/form', type: 'application/x-www-form-urlencoded', body: fields },
      { url: '/json', type: 'application/json', body: inJson },
      { url: '/parts', type: 'multipart/form-data', body: fields },
    ]);
    expect(new Set(seen.map(({ headers }) => headers.authorization))).toEqual(
      new Set([`Basic ${credentials}`]),
    );
  }

  test('from curl', async () => {
    await using samples = await sampleFolder(api, { label: 'curl', ending: 'sh', adapt });
    expect(await runShell(samples)).toEqual([]);
    expectArrival();
  });

  test('from Python', async ({ skip }) => {
    if (!(await isInstalled('python3 -c "import requests"'))) skip('python3 with requests is not installed');
    await using samples = await sampleFolder(api, { label: 'Python', ending: 'py', adapt });
    expect(await runPython(samples, { only: 'run' })).toEqual([]);
    expectArrival();
  });

  test.for([
    { label: 'PHP', ending: 'php', command: 'php -l' },
    { label: 'Ruby', ending: 'rb', command: 'ruby -c' },
  ])('$label parses', async ({ label, ending, command }, { skip }) => {
    if (!(await isInstalled(`${command.split(' ')[0]} --version`))) skip(`${label} is not installed`);
    await using samples = await sampleFolder(api, { label, ending, adapt });
    expect(await parseEach(samples, command)).toEqual([]);
  });
});

test('Ruby and PHP read nothing in a literal text', async () => {
  const [, json] = api.operations;
  if (!json) throw new Error('there is no such operation');
  const { samples } = await samplesOf(api, json);
  const source = (label: string) => samples.find((one) => one.label === label)?.source ?? '';
  expect(source('Ruby')).toContain("<<~'JSON'");
  // An empty object would be a list in PHP: the text is sent as it is.
  expect(source('PHP')).toContain("'body' => '{");
});
