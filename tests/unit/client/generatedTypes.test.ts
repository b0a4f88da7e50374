import { join } from 'node:path';
import ts from 'typescript';
import { beforeAll, describe, expect, test } from 'vitest';
import { apiOf } from '../../../scripts/apis/readApi.ts';
import { renderClient } from '../../../scripts/generate/client.ts';
import { renderSchemas } from '../../../scripts/generate/schemas.ts';
import { renderTypes } from '../../../scripts/generate/types.ts';
import { fixture } from './fixture.ts';

const folder = join(import.meta.dirname, '../../../generated/fixture');
const use = join(folder, 'use.ts');

const head = `
import { createFixtureClient } from './client.ts';
declare const credentials: { clientId: string; clientSecret: string; xApiKey: string; username: string; password: string };
const client = createFixtureClient({ credentials });
`;

/** Each is a program of its own lines; what must not compile says why. */
const snippets: { code: string; error?: RegExp }[] = [
  { code: "await client.GET('/things');" },
  {
    code: "await client.GET('/things', { params: { query: { ids: [1] } }, signal: AbortSignal.timeout(1) });",
  },
  {
    code: "await client.GET('/things', { params: { query: { ids: ['1'] } } });",
    error: /'string' is not assignable to type 'number'/,
  },
  { code: "await client.GET('/{session}/items/{id}', { params: { path: { id: 7 } } });" },
  { code: "await client.GET('/{session}/items/{id}', { params: { path: { session: 's', id: 7 } } });" },
  {
    code: "await client.GET('/{session}/items/{id}', { params: { path: { session: 's' } } });",
    error: /'id' is missing/,
  },
  { code: "await client.GET('/{session}/items/{id}');", error: /Expected 2 arguments/ },
  { code: "await client.DELETE('/{session}');" },
  { code: "await client.POST('/things', { body: { name: 'a' } });" },
  { code: "await client.POST('/things', { body: { name: 'a', secret: 's', scan: new Blob() } });" },
  { code: "await client.POST('/things', { body: { name: 'a', scan: null, thumbnail: '' } });" },
  { code: "await client.POST('/things', { body: { name: 'a', id: 7 } });", error: /'id' does not exist/ },
  {
    code: "await client.POST('/things', { body: { name: 'a', scan: 'bytes' } });",
    error: /'string' is not assignable/,
  },
  { code: "await client.POST('/things', { body: {} });", error: /'name' is missing/ },
  { code: "await client.POST('/things');", error: /Expected 2 arguments/ },
  { code: "const { data } = await client.POST('/things', { body: { name: 'a' } }); data?.id.toFixed();" },
  {
    code: "const { data } = await client.POST('/things', { body: { name: 'a' } }); data?.secret;",
    error: /'secret' does not exist/,
  },
  {
    code: "const { data } = await client.POST('/things', { body: { name: 'a' } }); await data?.scan?.arrayBuffer();",
  },
  { code: "const { data } = await client.GET('/file'); await data?.arrayBuffer();" },
  { code: "const { data } = await client.GET('/file', { parseAs: 'text' }); data?.toUpperCase();" },
  {
    code: "const { data } = await client.GET('/file', { parseAs: 'text' }); data?.arrayBuffer();",
    error: /'arrayBuffer' does not exist/,
  },
  {
    code: "const { error } = await client.GET('/file'); error.message;",
    error: /'error' is of type 'unknown'/,
  },
  {
    code: "const { status, error } = await client.GET('/picky'); if (status === 409) error.reason.toUpperCase();",
  },
  {
    code: "const { status, error } = await client.GET('/picky'); if (status === 422) error.fields.length;",
  },
  {
    code: "const { status, error } = await client.GET('/picky'); if (status === 409) error.fields;",
    error: /'fields' does not exist/,
  },
  {
    code: "const { status, error } = await client.GET('/picky'); if (status === 500) error.reason;",
    error: /'error' is of type 'unknown'/,
  },
  {
    code: "const { status, data } = await client.GET('/picky'); if (status === 200) data.a.toFixed();",
  },
  {
    code: "const { status, data } = await client.GET('/picky'); if (status === 202) data.a;",
    error: /'a' does not exist/,
  },
  {
    code: "const { status } = await client.GET('/picky'); if (status === 99) return;",
    error: /no overlap/,
  },
  {
    code: "const { data, error } = await client.GET('/picky'); if (data === undefined) return; const none: undefined = error;",
  },
  { code: "const { data } = await client.GET('/file', { throwOnError: true }); data.arrayBuffer();" },
  {
    code: "const { data } = await client.GET('/file', { throwOnError: false }); data.arrayBuffer();",
    error: /'data' is possibly 'undefined'/,
  },
  { code: "await client.GET('/file', { timeoutMs: 1000, retries: 2 });" },
  { code: "await client.POST('/things', { body: { name: 'a', scan: new Uint8Array(1) } });" },
  { code: "await client.POST('/things', { body: { name: 'a', scan: new Blob().stream() } });" },
  { code: "await client.PUT('/upload', { body: new Blob().stream() });" },
  { code: "await client.PUT('/upload', { body: 'text' });", error: /is not assignable/ },
  { code: "await client.PUT('/upload', { body: new Blob() });" },
  { code: "await client.PUT('/upload');" },
  { code: "await client.PATCH('/upload');", error: /'PATCH' does not exist/ },
  {
    code: "createFixtureClient({ credentials: { ...credentials, clientId: async () => 'a' }, baseUrl: 'http://a' });",
  },
  {
    code: "createFixtureClient({ credentials: { clientId: 'a', clientSecret: 'b', xApiKey: 'c', queryKey: 'd' } });",
  },
  {
    code: "createFixtureClient({ credentials: { clientId: 'a', clientSecret: 'b', xApiKey: 'c' } });",
    error: /not assignable/,
  },
  {
    code: "createFixtureClient({ credentials: { ...credentials, nickname: 'a' } });",
    error: /'nickname' does not exist/,
  },
];

/** What the compiler says of each snippet; '' is the first, of the generated files themselves. */
const said = new Map<string, string[]>();

beforeAll(async () => {
  const blocks = snippets.map(
    ({ code }) => `export async function f${snippets.findIndex((one) => one.code === code)}() { ${code} }`,
  );
  const files = new Map([
    [join(folder, 'types.ts'), await renderTypes(fixture)],
    [join(folder, 'schemas.ts'), renderSchemas(fixture)],
    [join(folder, 'client.ts'), renderClient(apiOf('fixture', fixture))],
    [use, `${head.trim()}\n${blocks.join('\n')}\n`],
  ]);
  for (const { file, start = 0, messageText } of diagnosticsOf(files)) {
    const line = file?.fileName === use ? file.getLineAndCharacterOfPosition(start).line : -1;
    const code = snippets[line - head.trim().split('\n').length]?.code ?? '';
    said.set(code, [...(said.get(code) ?? []), ts.flattenDiagnosticMessageText(messageText, '\n')]);
  }
});

/** Compiles files that are nowhere but in memory, next to those that are. */
function diagnosticsOf(files: ReadonlyMap<string, string>): readonly ts.Diagnostic[] {
  const { config } = ts.readConfigFile('tsconfig.json', ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent({ ...config, include: [] }, ts.sys, process.cwd());
  const host = ts.createCompilerHost(options);
  const { readFile, fileExists, directoryExists } = host;
  host.readFile = (file) => files.get(file) ?? readFile(file);
  host.fileExists = (file) => files.has(file) || fileExists(file);
  host.directoryExists = (directory) => directory === folder || (directoryExists?.(directory) ?? true);
  return ts.getPreEmitDiagnostics(ts.createProgram([use], options, host));
}

describe('a generated client', () => {
  test('compiles', () => {
    expect(said.get('') ?? []).toEqual([]);
  });

  test.each(snippets)('$code', ({ code, error }) => {
    const messages = said.get(code) ?? [];
    if (error) expect(messages.join('\n')).toMatch(error);
    else expect(messages).toEqual([]);
  });
});
