import { afterAll, beforeAll, expect, test } from 'vitest';
import { apiOf } from '../../../scripts/apis/readApi.ts';
import { measureKinds } from '../../../scripts/bench/mock/measureKinds.ts';
import { measureMemory } from '../../../scripts/bench/mock/measureMemory.ts';
import { measureStart } from '../../../scripts/bench/mock/measureStart.ts';
import { makeProject } from '../../docs/makeProject.ts';
import { clinicDocument } from '../mock/clinicDocument.ts';
import { fetchCannon } from './fetchCannon.ts';

const apis = [apiOf('clinic', clinicDocument)];
let project: Awaited<ReturnType<typeof makeProject>>;

beforeAll(async () => {
  project = await makeProject({ clinic: clinicDocument });
});
afterAll(() => project[Symbol.asyncDispose]());

const options = () => ({ projectRoot: project.root, apis, cannon: fetchCannon, rounds: 1 });

test('the bare core and the mock are asked for the same, each in a process of its own', async () => {
  const samples = await measureKinds({ ...options(), rounds: 2, seconds: 1 });
  expect(samples.map(({ kind, api, operations }) => [kind, api, operations])).toEqual([
    ['GET with credentials', 'clinic', 3],
    ['POST of JSON', 'clinic', 1],
    ['POST of a urlencoded form', 'clinic', 1],
    ['refused for its content', 'clinic', 3],
    ['refused for its credentials', 'clinic', 7],
  ]);
  for (const { rounds } of samples) {
    expect(rounds).toHaveLength(2);
    for (const { rate, cpuMs } of rounds.flatMap(({ bare, mock }) => [bare, mock])) {
      expect(rate).toBeGreaterThan(0);
      expect(cpuMs).toBeGreaterThan(0);
    }
  }
});

test('the first answer of a cold process comes after it was started', async () => {
  const [time = 0, ...others] = await measureStart(options());
  // Node alone takes some 20 ms.
  expect(time).toBeGreaterThan(20);
  expect(others).toEqual([]);
});

test('memory is watched while no two requests are alike', async () => {
  const { requests, statuses, samples } = await measureMemory({ ...options(), requests: 200 });
  expect(requests).toBe(200);
  expect(samples.map((one) => one.requests)).toEqual([
    0,
    ...Array.from({ length: 20 }, (_, n) => 10 * (n + 1)),
  ]);
  expect(Math.min(...samples.map(({ heapBytes }) => heapBytes))).toBeGreaterThan(1024 * 1024);
  expect(Number(statuses[200])).toBeGreaterThan(0);
});
