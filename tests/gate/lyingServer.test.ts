import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { apiOf } from '../../scripts/apis/readApi.ts';
import { type Mock, startMock } from '../../scripts/mock/startMock.ts';
import { checkNames, statefulChecks } from '../../scripts/model/finding.ts';
import type { JsonObject } from '../../scripts/model/json.ts';
import type { CaseResult, Report } from '../../scripts/model/report.ts';
import { makeContractProject, repository } from '../support/makeContractProject.ts';
import type { Fault } from './fault.ts';
import { addsField, spoilsBody } from './faults/bodies.ts';
import { anotherHeader } from './faults/headers.ts';
import { failsOnValid } from './faults/serverErrors.ts';
import { type Lie, lies, trap } from './lies.ts';
import { marinaDocument } from './marinaDocument.ts';
import { foundIn, runAgainst } from './runAgainst.ts';
import { startFront } from './startFront.ts';

const bundles: Record<string, JsonObject> = Object.fromEntries([
  ...['connecticket', 'optretina', 'tscharts'].map((name) => [name, readBundle(name)]),
  ['marina', JSON.parse(JSON.stringify(marinaDocument))],
]);
const apis = Object.entries(bundles).map(([name, bundle]) => apiOf(name, bundle));

let mock: Mock;
let project: Awaited<ReturnType<typeof makeContractProject>>;

beforeAll(async () => {
  mock = await startMock({ apis });
  project = await makeContractProject(bundles);
});

afterAll(async () => {
  await mock.close();
  await project[Symbol.asyncDispose]();
});

function readBundle(name: string): JsonObject {
  return JSON.parse(readFileSync(join(repository, 'generated', name, 'openapi.json'), 'utf8'));
}

async function runWith(name: string, faultsOf: (api: string, operationId: string) => Fault[]) {
  await using front = await startFront({
    apis,
    mockUrl: mock.url,
    faultsOf: (api, { operationId }) => faultsOf(api, operationId),
  });
  const run = await runAgainst({ url: front.url, root: project.root, name });
  return { ...run, targets: front.requests.map(({ target }) => target) };
}

test('every check has a lie to catch', () => {
  // Those about what is left behind have theirs in `tests/live`, where a server remembers.
  const others = checkNames.filter((check) => !statefulChecks.some((one) => one === check));
  expect(new Set(lies.map(({ fault }) => fault.check))).toEqual(new Set(others));
});

test('of a truthful server there is nothing to tell', async () => {
  const { report, stderr } = await runWith('truth', () => []);
  const cases = report.apis.flatMap(({ operations }) => operations.flatMap((one) => one.cases));
  expect(cases.filter(({ findings }) => findings.length > 0)).toEqual([]);
  expect(report.totals).toMatchObject({ cases: cases.length, violations: 0, drift: 0 });
  expect(report.totals.operations).toBe(apis.flatMap(({ operations }) => operations).length);
  expect(stderr).toBe('');
});

test('two lies in one answer are both caught', async () => {
  const both = [addsField(''), spoilsBody('/id', 'seven'), anotherHeader];
  const { report } = await runWith('both', (api, id) =>
    api === 'tscharts' && id === 'getImage' ? both : [],
  );
  const [found] = foundIn(report, 'tscharts', 'getImage');
  expect(found?.findings.map(({ check }) => check)).toEqual([
    'headers-documented',
    'body-schema',
    'undocumented-field',
  ]);
});

test('without a token the other operations are told as not run', async () => {
  const { report, stderr } = await runWith('token', (_, id) =>
    id === 'getAccessToken' ? [failsOnValid] : [],
  );
  const [connecticket] = report.apis.filter(({ api }) => api === 'connecticket');
  expect(connecticket?.operations.map(({ operationId }) => operationId)).toEqual([
    'getAccessToken',
    'listTickets',
    'getTicket',
  ]);
  const outcomes = foundOutcomes(report, 'listTickets');
  expect(outcomes.filter(({ outcome }) => outcome !== 'skipped')).toEqual([]);
  const reasons = outcomes.flatMap(({ reason = '' }) => (reason.startsWith('it could not') ? reason : []));
  expect(new Set(reasons).size).toBe(1);
  expect(reasons[0]).toMatch(/^it could not be run: GET http.*\/authorize: no token: it gave status 500$/);
  expect(foundIn(report, 'connecticket', 'getAccessToken').every(({ outcome }) => outcome === 'failed')).toBe(
    true,
  );
  expect(stderr).toMatch(/no token: it gave status 500\nEvery operation that asks for the token needs it/);
});

function foundOutcomes({ apis: [...all] }: Report, operationId: string): CaseResult[] {
  return all
    .flatMap(({ operations }) => operations)
    .flatMap((one) => (one.operationId === operationId ? one.cases : []));
}

/** Each operation is lied about once a round, so that a run shows many lies. */
const rounds = Map.groupBy(
  lies,
  ({ api, operationId }, index) =>
    lies.slice(0, index).filter((one) => one.api === api && one.operationId === operationId).length,
);

describe.each([...rounds])('round %i', (round, told) => {
  let report: Report;
  let targets: string[];

  beforeAll(async () => {
    const run = await runWith(`round-${round}`, (api, operationId) =>
      told.filter((one) => one.api === api && one.operationId === operationId).map(({ fault }) => fault),
    );
    report = run.report;
    targets = run.targets;
  });

  test.each(told.map((lie) => [`${lie.api} ${lie.operationId} ${lie.fault.name}`, lie] as const))(
    '%s',
    (_, lie) => expectCaught(report, lie),
  );

  test('the other operations are found truthful', () => {
    const truthful = report.apis.flatMap(({ api, operations }) =>
      operations.filter(
        ({ operationId }) => !told.some((one) => one.api === api && one.operationId === operationId),
      ),
    );
    expect(truthful.flatMap(({ cases }) => cases).filter(({ findings }) => findings.length > 0)).toEqual([]);
    expect(truthful.length + told.length).toBe(apis.flatMap(({ operations }) => operations).length);
  });

  test('no redirect is followed', () => {
    expect(targets.filter((target) => target.startsWith(trap))).toEqual([]);
  });
});

function expectCaught(report: Report, { api, operationId, fault, findings }: Lie): void {
  const cases = foundIn(report, api, operationId);
  // One broken answer gives one finding.
  expect(cases.filter((one) => one.findings.length !== 1).map(({ findings: all }) => all)).toEqual([]);
  const found = cases.flatMap((one) => one.findings);
  expect([...new Set(found.map(({ check }) => check))]).toEqual([fault.check]);
  const kinds = found.map(
    (one) => `${one.severity} ${one.evidence} ${one.documentPointer} ${one.responsePointer}`,
  );
  expect(kinds).toEqual(expect.arrayContaining(findings));
}
