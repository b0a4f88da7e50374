import { rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Changes, thing, writeProject } from './lintProject.ts';
import { runScript } from './runScript.ts';

function project(changes: Changes = {}) {
  const root = writeProject(changes);
  const generate = (...argv: string[]) => runScript('generate.ts', { argv, cwd: root });
  return { root, generate, [Symbol.asyncDispose]: () => rm(root, { recursive: true }) };
}

const path = 'openapi/things/paths/thing.yaml';

function withSchema($ref: string): Changes {
  const content = { 'application/json': { schema: { $ref }, examples: { one: { value: {} } } } };
  const responses = { ...thing.get.responses, 200: { description: 'The thing.', content } };
  return { [path]: { get: { ...thing.get, responses } } };
}

describe('a fault is told by its place in the project, not on this machine', () => {
  test.each<[name: string, changes: Changes, message: RegExp]>([
    [
      'a missing file',
      withSchema('../components/schemas/Nobody.yaml'),
      /^error openapi\/things\/paths\/thing\.yaml:\d+:\d+ #\/get\/responses\/200\/content\/application~1json\/schema: .*'openapi\/things\/components\/schemas\/Nobody\.yaml'/,
    ],
    ['no YAML', { [path]: 'get: [' }, /^error .*in "openapi\/things\/paths\/thing\.yaml" \(1:7\)/],
    [
      'a file of another host',
      withSchema('http://127.0.0.1:1/schema.yaml'),
      /^error openapi\/things\/paths\/thing\.yaml.* is no file\. Keep a copy below openapi\//,
    ],
  ])('%s', async (_, changes, message) => {
    await using faulty = project(changes);
    const { code, stderr } = await faulty.generate('things');
    expect(code).toBe(2);
    expect(stderr).toMatch(message);
    expect(stderr).not.toContain(faulty.root);
  });
});

test('what is up to date is not written again', async () => {
  await using things = project();
  await things.generate('things');
  const file = join(things.root, 'generated/things/openapi.json');
  const { mtimeMs, ino } = await stat(file);
  await things.generate('things');
  expect(await stat(file)).toMatchObject({ mtimeMs, ino });
});
