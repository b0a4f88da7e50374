import { existsSync, readdirSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { outputsOf } from '../../scripts/generate/outputs.ts';
import { type Listening, listenAt } from '../../scripts/http/listenAt.ts';
import { DocumentError } from '../../scripts/model/errors.ts';
import type { JsonObject } from '../../scripts/model/json.ts';
import { documentOf, doubling, everyOther, hostileNamesDocument } from '../unit/document/hostile.ts';
import { openapi, redocly, writeProject } from './lintProject.ts';
import { runScript } from './runScript.ts';

/** Every request that a host gets which only a document names. */
const trapped: string[] = [];
const trapServer = createServer((request, response) => {
  trapped.push(request.url ?? '');
  response.end('{"type":"string"}');
});

let trap: Listening;
beforeAll(async () => {
  trap = await listenAt(trapServer);
});
afterAll(() => trap.close());

/** No rule says a word: what is wrong with a document has to be met by what comes after. */
const lax = { apis: { things: redocly.apis.things }, extends: [], rules: {} };

async function generate(document: unknown, more: Record<string, unknown> = {}) {
  const text = typeof document === 'string' ? document : JSON.stringify(document);
  const root = writeProject({ 'redocly.yaml': lax, 'openapi/things/openapi.yaml': text, ...more });
  const startedAt = performance.now();
  const run = await runScript('generate.ts', { cwd: root, argv: ['things'] });
  const written = readdirSync(root, { recursive: true }).map(String);
  const beside = readdirSync(dirname(root)).filter((name) => name.includes('fake-owned'));
  await rm(root, { recursive: true });
  return { ...run, written, beside, durationMs: performance.now() - startedAt };
}

const referring = ($ref: string) => documentOf({ $ref });
const nested = (depth: number) => `${'{"items":'.repeat(depth)}{}${'}'.repeat(depth)}`;
const withSchema = (text: string) => JSON.stringify(documentOf('HERE')).replaceAll('"HERE"', text);
const wide = Object.fromEntries(
  Array.from({ length: 20_000 }, (_, index) => [
    `property_${index}`,
    { type: 'string', description: 'x'.repeat(200) },
  ]),
);
const aliases = () =>
  [...'bcdefghij'].map((name, index) => `${name}: &${name} [${`*${'abcdefghi'[index]},`.repeat(9)}]`);

describe('what a hostile document is generated into', () => {
  test.each<[what: string, document: () => unknown]>([
    ['names that end a string, a line, a comment, a folder', hostileNamesDocument],
    ['a tag that is a path', () => tagged('../../../fake-owned')],
    ['allOf that doubles itself', () => doubling('allOf')],
    ['schemas 10,000 deep', () => withSchema(nested(10_000))],
    ['a catastrophic pattern', () => documentOf({ type: 'string', pattern: '^(([a-z])+.)+[A-Z]([a-z])+$' })],
    ['a text of two billion characters', () => documentOf({ type: 'string', minLength: 2e9 })],
    ['a list of a billion items', () => documentOf({ type: 'array', minItems: 1e9, items: {} })],
    ['twenty thousand values', () => documentOf({ enum: Array.from({ length: 2e4 }, (_, one) => one) })],
    ['a reference to itself', () => documentOf({ $ref: '#/components/schemas/A' }, circle)],
    ['aliases without end', () => ['openapi: 3.1.0', 'a: &a [x,x,x,x,x,x,x,x,x]', ...aliases()].join('\n')],
    ['a reference to another host', () => referring(`${trap.url}/schema.json`)],
    ['a file: reference', () => referring('file:///etc/passwd')],
    ['a reference out of the project', () => referring('../../../../../../../../etc/passwd')],
  ])('%s: files of its own folder, or one message', async (_, document) => {
    const { code, stderr, written, beside, durationMs } = await generate(document());
    expect([0, 2]).toContain(code);
    if (code === 2) expect(stderr.match(/^error /gm)).toHaveLength(1);
    expect(stderr).not.toMatch(/^ +at .*:\d+:\d+\)?$/m);
    const known = /^(openapi|redocly\.yaml|tsconfig\.json|biome\.json|index\.ts)/;
    const others = written.filter((name) => !known.test(name));
    const own =
      /^generated(\/things(\/(openapi\.json|types\.ts|schemas\.ts|client\.ts|contract(\/[a-z0-9-]+\.test\.ts)?))?)?$/;
    expect(others.filter((name) => !own.test(name))).toEqual([]);
    expect(beside).toEqual([]);
    expect(durationMs).toBeLessThan(50_000);
  });

  test('a file out of the project is not read', async () => {
    const { code, stderr } = await generate(referring('../../../../../../../../etc/passwd'));
    expect(code).toBe(2);
    expect(stderr).toMatch(/out of the project/);
  });

  test.each(['../../fake-owned', '__proto__', "it's", 'a\nb', '/fake-owned'])(
    'an API called %j',
    async (name) => {
      const root = writeProject();
      const apis = `{${JSON.stringify(name)}: {root: openapi/things/openapi.yaml}}`;
      await writeFile(join(root, 'redocly.yaml'), `apis: ${apis}\n`);
      const { code, stderr } = await runScript('generate.ts', { cwd: root });
      const owned = [join(root, 'generated', name), join(root, '..', 'fake-owned'), '/fake-owned'];
      const made = owned.filter((one) => existsSync(one));
      await rm(root, { recursive: true });
      expect(code).toBe(2);
      expect(stderr).toMatch(/^error redocly\.yaml/);
      expect(made).toEqual([]);
    },
  );

  test('no host was asked', () => expect(trapped).toEqual([]));
});

describe('what nobody could wait for', () => {
  test.each<[what: string, document: () => JsonObject]>([
    ['required properties that double themselves', () => doubling('required')],
    ['schemas that use each other', () => everyOther(12)],
    ['a schema of 5 MB', () => documentOf({ type: 'object', properties: wide })],
  ])('%s: files, or one message', async (_, document) => {
    const startedAt = performance.now();
    const outcome = await outputsOf('things', document(), 500).catch((error: unknown) => error);
    if (outcome instanceof Map) expect(outcome.size).toBe(4);
    else expect(outcome).toBeInstanceOf(DocumentError);
    expect(performance.now() - startedAt).toBeLessThan(40_000);
  });
});

const circle = { components: { schemas: { A: { $ref: '#/components/schemas/A' } } } };

function tagged(tag: string) {
  const responses = { 204: { description: 'Done.' } };
  return { ...openapi, paths: { '/thing': { get: { operationId: 'getThing', tags: [tag], responses } } } };
}
