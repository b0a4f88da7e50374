import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { apiOf } from '../../../../scripts/apis/readApi.ts';
import { planCases } from '../../../../scripts/cases/planCases.ts';
import { type Mock, startMock } from '../../../../scripts/mock/startMock.ts';
import type { CaseResult } from '../../../../scripts/model/report.ts';
import { createSession } from '../../../../scripts/request/session.ts';
import { runFuzz } from '../../../contract/fuzz/runFuzz.ts';
import { redactorFor } from '../../../contract/redact.ts';
import { send } from '../../../contract/send.ts';
import type { Target } from '../../../contract/target.ts';
import { keywordsDocument } from '../keywordsDocument.ts';

const api = apiOf('keywords', keywordsDocument);
let mock: Mock;

beforeAll(async () => {
  mock = await startMock({ apis: [api] });
});
afterAll(() => mock.close());

function targetFor(seed: number, fuzz: number): Target {
  const run = {
    ...({ mode: 'mock', apis: {}, allowWrites: true, failOn: 'violation', seed, fuzz } as const),
    ...{ only: [], exclude: [], headers: {} },
  };
  const baseUrl = `${mock.url}/keywords`;
  const session = createSession({ api, baseUrl, mode: 'mock', headers: {}, environment: {}, send });
  return { api, baseUrl, run, session, redactor: redactorFor({ api, session, headers: {} }), send };
}

/** Every operation with so many random requests, for each media type of its body. */
async function fuzzAll(seed: number, fuzz: number): Promise<CaseResult[]> {
  const target = targetFor(seed, fuzz);
  const runs = api.operations.flatMap((operation) =>
    planCases(operation, api.operations).map(async ({ base, as, operationId }) => {
      const suite = as ? `${operationId} as ${as}` : operationId;
      const { result } = await runFuzz(target, { operation, base, suite, title: 'fuzz' });
      return result;
    }),
  );
  return Promise.all(runs);
}

describe('a truthful server, every keyword in every place of a request', () => {
  test.each([1, 2])('with seed %i there is nothing to tell', async (seed) => {
    const results = await fuzzAll(seed, 40);
    const told = results.filter(({ findings }) => findings.length > 0);
    expect(
      told.map(({ id, findings, curl, response }) => [
        id,
        findings[0]?.message,
        findings[0]?.documentPointer,
        curl,
        response?.body,
      ]),
    ).toEqual([]);
  });
});
