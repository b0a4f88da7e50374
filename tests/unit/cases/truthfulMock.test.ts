import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { apiOf } from '../../../scripts/apis/readApi.ts';
import { planCases } from '../../../scripts/cases/planCases.ts';
import { type Mock, startMock } from '../../../scripts/mock/startMock.ts';
import { caseKinds } from '../../../scripts/model/case.ts';
import type { CaseResult } from '../../../scripts/model/report.ts';
import { createSession } from '../../../scripts/request/session.ts';
import { redactorFor } from '../../contract/redact.ts';
import { runCase } from '../../contract/runCase.ts';
import { send } from '../../contract/send.ts';
import type { Target } from '../../contract/target.ts';
import { keywordsDocument } from './keywordsDocument.ts';

const api = apiOf('keywords', keywordsDocument);
let mock: Mock;
let results: CaseResult[];

beforeAll(async () => {
  mock = await startMock({ apis: [api] });
  const target = targetAt(`${mock.url}/keywords`);
  const runs = api.operations.flatMap((operation) =>
    planCases(operation, api.operations).flatMap(({ base, cases }) =>
      cases.map((one) => runCase(target, operation, { base, one, suite: operation.operationId })),
    ),
  );
  results = (await Promise.all(runs)).map(({ result }) => result);
});
afterAll(() => mock.close());

function targetAt(baseUrl: string): Target {
  const run = {
    ...({ mode: 'mock', apis: {}, seed: 1, allowWrites: true, failOn: 'violation' } as const),
    ...{ only: [], exclude: [], headers: {} },
  };
  const session = createSession({ api, baseUrl, mode: 'mock', headers: {}, environment: {}, send });
  return { api, baseUrl, run, session, redactor: redactorFor({ api, session, headers: {} }), send };
}

describe('a truthful server, every keyword in every place of a request', () => {
  test('there is nothing to tell', () => {
    const told = results.filter(({ findings }) => findings.length > 0);
    expect(told.map(({ id, findings, curl }) => [id, findings[0]?.message, curl])).toEqual([]);
  });

  test('every kind has cases', () => {
    expect(caseKinds.filter((kind) => !results.some((one) => one.kind === kind))).toEqual([]);
  });

  test('what is skipped says why, and no request could not be written', () => {
    const reasons = new Set(results.flatMap(({ reason }) => reason ?? []));
    expect([...reasons].sort()).toMatchInlineSnapshot(`
      [
        "no identifier was found that obeys its schema and that surely nobody owns",
        "one alternative of the security asks for no credentials",
        "the mock keeps no resources, and the document has no 404 to ask it for",
      ]
    `);
  });
});
