import { describe, expect, test } from 'vitest';
import { cleanKeys } from '../../../scripts/bench/detection/peers/cleanKeys.ts';
import { verdictsOf } from '../../../scripts/bench/detection/peers/measurePeer.ts';
import type { PeerOutcome } from '../../../scripts/bench/detection/peers/peer.ts';
import type { PeerResult } from '../../../scripts/bench/detection/peers/peerResult.ts';
import { peerTotals } from '../../../scripts/bench/detection/peers/peerTotals.ts';
import { renderPeers } from '../../../scripts/bench/detection/peers/renderPeers.ts';
import { stepsOf } from '../../../scripts/bench/detection/peers/respectReport.ts';
import type { PeerFault } from '../../../scripts/model/peerFault.ts';
import { inPasses } from '../../gate/detection/peers/inPasses.ts';
import { sample } from '../../gate/detection/peers/sample.ts';

function lie(id: string, status: number, more: Partial<PeerFault> = {}): PeerFault {
  return {
    ...{ id, api: 'marina', operationId: 'getBoat', status, fault: 'sends null', check: 'body-schema' },
    ...{ place: '/body', pass: 0, shows: [], ...more },
  };
}

function outcome(status: number, failure?: string): PeerOutcome {
  const own = { key: `getBoat ${status}`, api: 'marina', operationId: 'getBoat', status };
  return { ...own, ...(failure !== undefined && { failure }) };
}

describe('sample', () => {
  const faults = Array.from({ length: 40 }, (_, index) => ({
    ...{ id: `fault ${index}`, fault: index % 4 === 0 ? 'seldom' : 'often' },
    status: index % 2 === 0 ? 200 : 404,
  }));
  const ids = (seed: number, all = faults) => sample(all, { most: 5, seed }).map(({ id }) => id);

  test('draws as many of each name and class of status', () => {
    const drawn = sample(faults, { most: 5, seed: 1 });
    const counts = Map.groupBy(drawn, ({ fault, status }) => `${fault} ${status}`);
    expect([...counts].map(([key, same]) => [key, same.length])).toEqual(
      expect.arrayContaining([
        ['seldom 200', 5],
        ['often 200', 5],
        ['often 404', 5],
      ]),
    );
    expect(drawn).toHaveLength(15);
  });

  test('is the same for the same seed, in whatever order the faults come, and another for another', () => {
    expect(ids(1, faults.toReversed()).toSorted()).toEqual(ids(1).toSorted());
    expect(ids(2)).not.toEqual(ids(1));
  });

  test('draws all where there are no more', () => {
    expect(sample(faults, { most: Number.POSITIVE_INFINITY, seed: 1 })).toEqual(faults);
  });
});

test('inPasses puts no two faults of one operation and status into one pass', () => {
  const faults = [lie('a', 200), lie('b', 404), lie('c', 200), lie('d', 200, { operationId: 'listBoats' })];
  expect(inPasses(faults).map(({ id, pass }) => [id, pass])).toEqual([
    ['a', 0],
    ['b', 0],
    ['c', 1],
    ['d', 0],
  ]);
});

describe('verdictsOf', () => {
  test.each([
    { name: 'it complains', told: ['a'], outcomes: [outcome(200, 'wrong')], want: 'caught' },
    { name: 'it has nothing against it', told: ['a'], outcomes: [outcome(200)], want: 'missed' },
    {
      name: 'one of two complains',
      told: ['a'],
      outcomes: [outcome(200), outcome(200, 'x')],
      want: 'caught',
    },
    {
      name: 'another status fails',
      told: ['a'],
      outcomes: [outcome(200), outcome(404, 'x')],
      want: 'missed',
    },
    { name: 'the lie was never told', told: [], outcomes: [outcome(200, 'wrong')], want: 'unasked' },
    { name: 'nothing was judged', told: ['a'], outcomes: [outcome(404, 'wrong')], want: 'unasked' },
  ])('$name: $want', ({ told, outcomes, want }) => {
    expect(verdictsOf([lie('a', 200)], { told, outcomes })).toEqual({ a: want });
  });
});

test('stepsOf tells what failed in each step, and takes a warning for none', () => {
  const check = (name: string, passed: boolean, severity = 'error') => ({
    name,
    passed,
    severity,
    message: 'm',
  });
  const step = (...checks: ReturnType<typeof check>[]) => ({ response: { statusCode: 200 }, checks });
  const executedWorkflows = [
    { workflowId: 'good', executedSteps: [step(check('schema', true), check('style', false, 'warn'))] },
    { workflowId: 'bad', executedSteps: [step(check('status', false), check('schema', false))] },
    { workflowId: 'silent', executedSteps: [{ checks: [check('network', false)] }] },
  ];
  expect(stepsOf({ files: { 'a.yaml': { executedWorkflows } } })).toEqual([
    { workflowId: 'good', status: 200 },
    { workflowId: 'bad', status: 200, failure: 'status: m; schema: m' },
    { workflowId: 'silent', failure: 'network: m' },
  ]);
});

test('cleanKeys leaves out what was found fault with in the truth', () => {
  const cleanOf = cleanKeys([outcome(200), outcome(404, 'wrong')]);
  expect(cleanOf(lie('a', 200))).toEqual(['getBoat 200']);
  expect(cleanOf(lie('b', 404))).toEqual([]);
});

describe('peerTotals', () => {
  const faults = [lie('a', 200), lie('b', 404), lie('c', 200, { check: 'body-bytes', fault: 'cuts it off' })];
  const result: PeerResult = {
    ...{ name: 'Other', setup: 'as it comes', notes: [], durationMs: 12_000 },
    verdicts: { a: 'caught', b: 'unasked', c: 'missed' },
    ...{ truthful: 7, falseAlarms: [{ of: 'getBoat', message: 'wrong' }] },
  };
  const totals = peerTotals({ seed: 1, of: 30, faults }, [result], [{ name: 'Third', reason: 'it broke' }]);

  test('counts what applies, what was asked for and what was caught, by check', () => {
    expect(totals.tools[0]?.totals).toEqual({ applicable: 3, asked: 2, caught: 1 });
    expect(totals.tools[0]?.checks).toEqual([
      { check: 'body-schema', applicable: 2, asked: 1, caught: 1 },
      { check: 'body-bytes', applicable: 1, asked: 1, caught: 0 },
    ]);
  });

  test('is told as a table, with what was left out', () => {
    const text = renderPeers(totals);
    expect(text).toContain('3 of 30 faults of answers, drawn evenly');
    expect(text).toMatch(/^body-schema +2 +1\/1$/m);
    expect(text).toMatch(/^total +3 +1\/2$/m);
    expect(text).toMatch(/^caught of all +33\.3 %$/m);
    expect(text).toMatch(/^false alarms +1\/7$/m);
    expect(text).toContain('Third is left out: it broke');
  });
});
