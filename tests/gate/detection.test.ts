import { beforeAll, describe, expect, test } from 'vitest';
import { apiOf } from '../../scripts/apis/readApi.ts';
import type { Detection } from '../../scripts/model/detection.ts';
import { checkNames, statefulChecks } from '../../scripts/model/finding.ts';
import { families } from './detection/catalogue/families.ts';
import { detectShare, type ShareResult } from './detection/detectShare.ts';
import { retold } from './detection/retold.ts';
import { showcaseDocument } from './detection/showcaseDocument.ts';

const showcase = apiOf('charts', JSON.parse(JSON.stringify(showcaseDocument)));
const whole = { apis: [showcase], seed: 1, index: 0, count: 1 };

let result: ShareResult;
beforeAll(async () => {
  result = await detectShare(whole);
});

function missed(detections: Detection[]): string[] {
  return detections
    .filter(({ outcome }) => outcome === 'missed')
    .map(({ fault, operationId, place, reason }) => `${fault}, ${operationId} ${place}: ${reason}`);
}

describe('a document with everything that can be lied about', () => {
  test('every lie is caught by its own check', () => {
    expect(missed(result.detections)).toEqual([]);
  });

  test('of the truth there is nothing to tell, in whatever words', () => {
    expect(result.falseAlarms).toEqual([]);
    expect(result.truthfulCases).toBeGreaterThan(50);
  });

  test('one lie gets one finding', () => {
    const several = result.detections.filter(({ findings, also }) => findings !== 1 || also.length > 0);
    expect(several.map(({ fault, place, findings, also }) => ({ fault, place, findings, also }))).toEqual([]);
  });

  test('every check and every family of faults has something to catch', () => {
    const caught = new Set(result.detections.map(({ check }) => check));
    // Of a single answer nothing is to be seen of what a server holds.
    const others = checkNames.filter((check) => !statefulChecks.some((one) => one === check));
    expect(others.filter((check) => !caught.has(check))).toEqual([]);
    expect(new Set(result.detections.map(({ fault }) => fault)).size).toBeGreaterThan(60);
    expect(Object.keys(families).length).toBe(12);
  });

  test('what is left out says why', () => {
    expect(result.leftOut.filter(({ reason }) => reason === '')).toEqual([]);
    expect(result.leftOut.map(({ fault }) => fault)).toContain('does not miss a required input');
  });

  test('another seed chooses other values at the same places', async () => {
    const other = await detectShare({ ...whole, seed: 2 });
    const places = (share: ShareResult) => share.detections.map(({ fault, place }) => `${fault} ${place}`);
    expect(new Set(places(other)).size).toBeGreaterThan(0.9 * new Set(places(result)).size);
    expect(missed(other.detections)).toEqual([]);
  });

  test('shares come to the whole', async () => {
    const shares = await Promise.all([0, 1].map((index) => detectShare({ ...whole, index, count: 2 })));
    const total = shares.flatMap(({ detections }) => detections);
    expect(total.length).toBe(result.detections.length);
  });
});

describe('the measure itself', () => {
  test('a document that its server contradicts raises alarms', async () => {
    const document = JSON.parse(JSON.stringify(showcaseDocument));
    document.paths['/charts/{id}'].get.responses[200].content['application/json'].example.id = 'seven';
    const { falseAlarms } = await detectShare({ ...whole, apis: [apiOf('charts', document)] });
    expect(new Set(falseAlarms.map(({ check }) => check))).toEqual(new Set(['body-schema']));
    expect(new Set(falseAlarms.map(({ told }) => told))).toEqual(new Set(['plainly', 'in other words']));
  });

  test('a request statement that no case breaks is a miss', async () => {
    const document = JSON.parse(JSON.stringify(showcaseDocument));
    // Two alike: neither can be told to be ignored.
    const body = document.paths['/charts/{id}'].put.requestBody.content['application/json'];
    body.schema.allOf = [{ properties: { title: { minLength: 3 } } }];
    const { detections } = await detectShare({ ...whole, apis: [apiOf('charts', document)] });
    expect(missed(detections).filter((one) => one.includes('minLength'))).not.toEqual([]);
  });
});

test('the truth in other words means the same', () => {
  const body = Buffer.from('{"a":"ü/x","b":[{"c":1,"d":null}]}');
  const answer = { status: 200, headers: { 'content-type': 'application/json', allow: 'GET, PUT' }, body };
  const other = retold(answer);
  expect(JSON.parse(other.body.toString())).toEqual(JSON.parse(body.toString()));
  expect(other.body.toString()).toContain('"d": null');
  expect(other.body.toString()).toContain('\\u00fc\\/x');
  expect(other.headers).toMatchObject({
    'content-type': 'APPLICATION/JSON; charset=UTF-8',
    allow: 'PUT,GET',
  });
});
