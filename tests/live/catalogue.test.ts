import { afterAll, beforeAll, expect, test } from 'vitest';
import { credentialNames } from '../../scripts/apis/credentialNames.ts';
import { findProjectRoot } from '../../scripts/apis/projectRoot.ts';
import { apiOf, readApi } from '../../scripts/apis/readApi.ts';
import { type Mock, startMock } from '../../scripts/mock/startMock.ts';
import { checkNames, statefulChecks } from '../../scripts/model/finding.ts';
import type { JsonObject } from '../../scripts/model/json.ts';
import type { Report } from '../../scripts/model/report.ts';
import { runScript } from '../commands/runScript.ts';
import { lacksAllow } from '../gate/faults/statuses.ts';
import { type Lie, lies } from '../gate/lies.ts';
import { marinaDocument } from '../gate/marinaDocument.ts';
import { foundIn } from '../gate/runAgainst.ts';
import { startFront } from '../gate/startFront.ts';
import { makeContractProject } from '../support/makeContractProject.ts';

const root = findProjectRoot();
const names = ['connecticket', 'optretina', 'tscharts'];
const apis = [
  ...(await Promise.all(names.map((name) => readApi({ root, name })))),
  apiOf('marina', JSON.parse(JSON.stringify(marinaDocument)) as JsonObject),
];
/** What the mock knows: whatever begins with `fake-`. */
const env = Object.fromEntries(
  apis.flatMap((api) => credentialNames(api).map(({ variable, part }) => [variable, `fake-${part}-0001`])),
);
/** A live server is asked with a method that may change something on what nobody owns only. */
const own: Lie[] = [{ api: 'tscharts', operationId: 'getImage', fault: lacksAllow, findings: [] }];
/** Of each check one; what is left behind has lies of its own beside this file. */
const told = checkNames
  .filter((check) => !statefulChecks.some((one) => one === check))
  .map(
    (check) =>
      own.find(({ fault }) => fault.check === check) ?? lies.find(({ fault }) => fault.check === check),
  )
  .filter((lie): lie is Lie => lie !== undefined);

let mock: Mock;
let project: Awaited<ReturnType<typeof makeContractProject>>;
beforeAll(async () => {
  mock = await startMock({ apis, stateful: true });
  project = await makeContractProject(Object.fromEntries(apis.map(({ name, document }) => [name, document])));
});
afterAll(async () => {
  await mock.close();
  await project[Symbol.asyncDispose]();
});

test.each(
  told.map((lie) => [`${lie.fault.check}: ${lie.api} ${lie.operationId} ${lie.fault.name}`, lie] as const),
)('a live server that lies is caught: %s', async (_, { api, operationId, fault }) => {
  await using front = await startFront({
    apis,
    mockUrl: mock.url,
    faultsOf: (name, operation) => (name === api && operation.operationId === operationId ? [fault] : []),
  });
  const target = ['--target', `${front.url}/${api}`, '--allow-writes', '--allow-leftovers'];
  const { stdout } = await runScript('contract.ts', {
    argv: [api, ...target, '--only', operationId, '--format', 'json'],
    cwd: project.root,
    env,
  });
  const found = foundIn(JSON.parse(stdout) as Report, api, operationId).flatMap(({ findings }) => findings);
  expect(new Set(found.map(({ check }) => check))).toEqual(new Set([fault.check]));
});

test('each check has its lie here', () => {
  expect(told.length).toBe(checkNames.length - statefulChecks.length);
});
