import { describe, expect, test } from 'vitest';
import { apiOf } from '../../../scripts/apis/readApi.ts';
import { bundle, gzipped } from '../../../scripts/bench/clients/bundle.ts';
import { clientGoals } from '../../../scripts/bench/clients/clientGoals.ts';
import { probeClient } from '../../../scripts/bench/clients/features/probeClient.ts';
import { probeDocument } from '../../../scripts/bench/clients/features/probeDocument.ts';
import type { ClientFigures, ClientsMeasured } from '../../../scripts/bench/clients/measureClients.ts';
import { measureOverhead } from '../../../scripts/bench/clients/measureOverhead.ts';
import { ours } from '../../../scripts/bench/clients/peers/ours.ts';
import { renderClients } from '../../../scripts/bench/clients/renderClients.ts';
import { sampleCalls } from '../../../scripts/bench/clients/sampleCalls.ts';

const same = (value: number) => ({ median: value, min: value, max: value });

function figures(name: string, completed: number, checkMs: number, overheadUs = 10): ClientFigures {
  return {
    name,
    features: { flies: name === 'ours' },
    sizes: { marina: { whole: 1000, completed } },
    checkMs: same(checkMs),
    generateMs: same(500),
    overheadUs,
  };
}

const measured: ClientsMeasured = {
  rounds: 2,
  largest: { name: 'marina', operations: 9 },
  peers: [figures('ours', 2200, 1000), figures('theirs', 2000, 500), figures('others', 3000, 500)],
};

describe('clientGoals', () => {
  const worse = { ...measured, peers: [figures('ours', 2201, 3001, 50.1), ...measured.peers.slice(1)] };
  test.each([
    { name: 'are met at their limits', given: measured, want: [true, true, true] },
    { name: 'are missed beyond them', given: worse, want: [false, false, false] },
  ])('$name', ({ given, want }) => {
    expect(clientGoals(given).map(({ value, goal }) => value <= goal)).toEqual(want);
  });
});

test('renderClients puts generators side by side, and tells each goal', () => {
  const text = renderClients(measured);
  expect(text).toContain('Generated clients: 2 rounds, median (min–max)\n');
  expect(text).toMatch(/\n {2}marina +2,200 +2,000 +3,000\n/);
  expect(text).toMatch(/\n {2}flies +yes +no +no\n/);
  expect(text).toMatch(/with the same features +1\.10 × +1\.10 × +reached\n/);
});

describe('the probes', () => {
  test('find in our clients what they are said to have', async () => {
    const found = await probeClient(ours);
    expect(Object.entries(found).filter(([, has]) => !has)).toEqual([]);
    expect(Object.keys(found).length).toBeGreaterThan(10);
  });

  test('find in a client that only fetches that it is told whom to call, and nothing else', async () => {
    const bare = { ...ours, generate: async () => {}, adapter: '../../../../tests/unit/bench/bareClient.js' };
    const found = await probeClient(bare);
    const has = Object.keys(found).filter((name) => found[name]);
    expect(has).toEqual(['is told at run time whom to call']);
  });
});

test('sampleCalls are a list, and a thing by its identifier', () => {
  const api = apiOf('probe', probeDocument);
  expect(() => sampleCalls(api)).toThrow('probe has no list and no thing to read.');
  const list = { operationId: 'listThings', responses: { '200': { content: { 'application/json': {} } } } };
  const paths = { ...(probeDocument.paths as object), '/all': { get: list } };
  const calls = sampleCalls(apiOf('probe', { ...probeDocument, paths } as typeof probeDocument));
  expect([calls.list.path, calls.get.path, calls.parameter]).toEqual(['/all', '/things/{id}', 'id']);
});

test('measureOverhead is the time that a client adds', async () => {
  const calls = { get: { operationId: 'a', path: '/a' }, parameter: 'id', value: 1 } as never;
  const spin = (milliseconds: number) => {
    for (const end = performance.now() + milliseconds; performance.now() < end; );
  };
  const create = () => ({
    call: async () => {
      spin(2);
      return (await fetch('https://bench.example.com')).json();
    },
  });
  const overhead = await measureOverhead({ create, calls, count: 3 });
  expect(overhead).toBeGreaterThan(1500);
});

test('bundle gives what a browser downloads, without what nobody uses', async () => {
  const source = "import { pascalCase } from './words.ts'; console.log(pascalCase('a-b'));";
  const code = await bundle({ source, folder: `${process.cwd()}/scripts/generate` });
  expect(code).toContain('toUpperCase');
  expect(code).not.toContain('camelCase');
  expect(gzipped(code)).toBeLessThan(code.length);
});
