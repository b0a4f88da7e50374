import { beforeAll, describe, expect, test } from 'vitest';
import { apiOf } from '../../scripts/apis/readApi.ts';
import type { Detection } from '../../scripts/model/detection.ts';
import { checkNames } from '../../scripts/model/finding.ts';
import type { JsonObject } from '../../scripts/model/json.ts';
import { statefulFamilies } from './detection/catalogue/statefulFamilies.ts';
import type { ShareResult } from './detection/detectShare.ts';
import { detectLiveShare } from './detection/live/detectLiveShare.ts';
import { harbourDocument } from './detection/live/harbourDocument.ts';
import { type Offer, sampleOf } from './detection/live/sampleOf.ts';

const whole = { seed: 1, index: 0, count: 1 };

function harbour(edit: (paths: Record<string, Record<string, JsonObject>>) => void = () => {}) {
  const document = JSON.parse(JSON.stringify(harbourDocument));
  edit(document.paths);
  return apiOf('harbour', document);
}

function missed(detections: Detection[]): string[] {
  return detections
    .filter(({ outcome }) => outcome === 'missed')
    .map(({ fault, operationId, place, reason }) => `${fault}, ${operationId} ${place}: ${reason}`);
}

describe('a live server that holds something', () => {
  let result: ShareResult;
  let offers: Offer[] = [];
  beforeAll(async () => {
    result = await detectLiveShare({
      ...{ ...whole, apis: [harbour()] },
      choose: async (all) => {
        offers = all;
        return new Set(all.keys());
      },
    });
  }, 120_000);

  test('every lie is caught by its own check, and every check has a lie', () => {
    expect(missed(result.detections)).toEqual([]);
    expect(new Set(result.detections.map(({ check }) => check))).toEqual(new Set(checkNames));
  });

  test('of the truth there is nothing to tell, in whatever words', () => {
    expect(result.falseAlarms).toEqual([]);
    expect(result.truthfulCases).toBeGreaterThan(50);
  });

  test('what a server says otherwise of what it holds gets one finding, of its own check, in its own case', () => {
    const stateful = new Set(offers.filter(({ isStateful }) => isStateful).map(({ fault }) => fault));
    expect(stateful.size).toBe(Object.keys(statefulFamilies).length);
    const told = result.detections.filter(({ fault }) => stateful.has(fault));
    expect(told.map(({ fault, check, by, findings, also }) => [fault, check, by, findings, also])).toEqual([
      ['takes a token after what ends it', 'auth-enforced', 'logOut example sample', 1, []],
      ['does not find what it has made', 'created-is-readable', 'createBoat created-is-readable', 1, []],
      ['does not list what it has made', 'created-is-readable', 'createBoat created-is-readable', 1, []],
      ['shows one user what is another’s', 'auth-enforced', 'createBoat created-is-private', 1, []],
      ['loses an update', 'updated-is-visible', 'changeBoat updated-is-visible', 1, []],
      ['keeps what it has deleted', 'deleted-is-gone', 'deleteBoat deleted-is-gone', 1, []],
    ]);
  });

  test('what is left out says why', () => {
    expect(result.leftOut.filter(({ reason }) => reason === '')).toEqual([]);
    const reasons = new Set(result.leftOut.map(({ reason }) => reason));
    expect(reasons).toContain('what an identifier may not be, nothing has');
    expect(reasons).toContain(
      'no live case shows it: a method that may change something is tried out on what nobody owns only',
    );
  });

  test('a sample has all on what is held, and of each other name one, whoever offers them first', () => {
    const named = (chosen: ReadonlySet<number>, all: Offer[]) =>
      all.flatMap(({ fault, operationId, place }, index) =>
        chosen.has(index) ? `${fault} ${operationId} ${place}` : [],
      );
    const told = named(sampleOf(offers, 1), offers);
    const turned = offers.toReversed();
    expect(new Set(named(sampleOf(turned, 1), turned))).toEqual(new Set(told));
    expect(told.length).toBe(new Set(offers.map(({ fault }) => fault)).size);
    expect(named(sampleOf(offers, 2), offers)).not.toEqual(told);
  });
});

describe('the measure itself', () => {
  const few = async (all: Offer[]) =>
    new Set([...all.entries()].flatMap(([index, { isStateful }]) => (isStateful ? index : [])));

  test('a truth that looks like a lie raises alarms', async () => {
    const api = harbour((paths) => {
      const papers = paths['/boats/{id}/papers']?.get as { responses: Record<string, JsonObject> };
      papers.responses[200] = {
        description: 'As text.',
        content: { 'application/pdf': { example: 'No PDF' } },
      };
    });
    const { falseAlarms } = await detectLiveShare({ ...whole, apis: [api], choose: few });
    expect(new Set(falseAlarms.map(({ check }) => check))).toEqual(new Set(['body-bytes']));
    expect(new Set(falseAlarms.map(({ told }) => told))).toEqual(new Set(['plainly', 'in other words']));
  });

  test('a lie whose case a truthful server keeps from being asked is a miss', async () => {
    const narrow = {
      name: 'id',
      in: 'path',
      required: true,
      schema: { type: 'integer', maximum: 7 },
      example: 7,
    };
    const api = harbour((paths) => Object.assign(paths['/boats/{id}'] ?? {}, { parameters: [narrow] }));
    const { detections } = await detectLiveShare({ ...whole, apis: [api], choose: few });
    expect(missed(detections)).toContain(
      'keeps what it has deleted, deleteBoat : its case is skipped: there is nothing to see: DELETE /boats/{id} answered 400',
    );
  });

  test('of a list with pages nothing is said', async () => {
    const page = { name: 'page', in: 'query', schema: { type: 'integer' }, example: 1 };
    const api = harbour((paths) => Object.assign(paths['/boats']?.get ?? {}, { parameters: [page] }));
    const { detections, leftOut } = await detectLiveShare({ ...whole, apis: [api], choose: few });
    expect(missed(detections)).toEqual([]);
    expect(leftOut.filter(({ fault }) => fault === 'does not list what it has made')).toMatchObject([
      { operationId: 'createBoat', reason: 'of a list with pages another may show it' },
    ]);
  });
});
