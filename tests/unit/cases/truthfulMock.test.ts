import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { apiOf } from '../../../scripts/apis/readApi.ts';
import { planCases } from '../../../scripts/cases/planCases.ts';
import { type Mock, startMock } from '../../../scripts/mock/startMock.ts';
import type { Api } from '../../../scripts/model/api.ts';
import { caseKinds } from '../../../scripts/model/case.ts';
import type { CaseResult } from '../../../scripts/model/report.ts';
import { createSession } from '../../../scripts/request/session.ts';
import { redactorFor } from '../../contract/redact.ts';
import { runCase } from '../../contract/runCase.ts';
import { send } from '../../contract/send.ts';
import type { Target } from '../../contract/target.ts';
import { everyPlaceDocument } from './everyPlaceDocument.ts';
import { keywordsDocument } from './keywordsDocument.ts';

const apis = [apiOf('keywords', keywordsDocument), apiOf('every-place', everyPlaceDocument)];
let mock: Mock;
let results: CaseResult[];

beforeAll(async () => {
  mock = await startMock({ apis });
  const runs = apis.flatMap((api) => {
    const target = targetAt(api, `${mock.url}/${api.name}`);
    return api.operations.flatMap((operation) =>
      planCases(operation, api.operations).flatMap(({ base, cases }) =>
        cases.map((one) => () => runCase(target, operation, { base, one, suite: operation.operationId })),
      ),
    );
  });
  results = [];
  // As many at a time as the mock's machine has sockets for.
  for (let at = 0; at < runs.length; at += 200) {
    const done = await Promise.all(runs.slice(at, at + 200).map((run) => run()));
    results.push(...done.map(({ result }) => result));
  }
}, 60_000);
afterAll(() => mock.close());

function targetAt(api: Api, baseUrl: string): Target {
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
    // Those about what is left behind need a server with a memory.
    const kinds = caseKinds.filter((kind) => !/^(created|updated|deleted)-is-/.test(kind));
    expect(kinds.filter((kind) => !results.some((one) => one.kind === kind))).toEqual([]);
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
