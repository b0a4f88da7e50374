import { expect, test } from 'vitest';
import { repeatArguments } from '../../../scripts/contract/repeatArguments.ts';
import { repeatLines } from '../../contract/reports/repeatLines.ts';
import type { RunContext } from '../../contract/runContext.ts';
import { madeCase, madeDrift, madeFinding } from './madeReport.ts';

const mock: RunContext = {
  mode: 'mock',
  apis: { boats: { baseUrl: 'http://127.0.0.1:1/boats', bundle: '/x' } },
  ...{ seed: 1, fuzz: 0, allowWrites: false, failOn: 'violation', only: [], exclude: [], headers: {} },
};
const live: RunContext = {
  ...mock,
  mode: 'live',
  apis: { boats: { baseUrl: 'http://127.0.0.1:1', bundle: '/x' } },
};
const one = {
  ...{
    api: 'boats',
    operationId: 'listBoats',
    fullName: `listBoats > minimal (a|b)'s`,
    file: 'generated/boats/contract/boats.test.ts',
  },
  result: madeCase('minimal', [madeFinding()]),
};
const title = `-t '^listBoats > minimal \\(a\\|b\\)'\\''s$'`;
const vitest = `npx vitest run --project contract generated/boats/contract/boats.test.ts ${title}`;

interface Row {
  name: string;
  flags?: object;
  run?: RunContext;
  given?: Partial<typeof one>;
  isRegistered?: boolean;
  want: string[];
}

test.each<Row>([
  { name: 'of the mock', want: [`npm run contract -- boats --only listBoats --seed 1 ${title}`, vitest] },
  {
    name: 'random, of the mock',
    flags: { fuzz: '20', seed: '7' },
    run: { ...mock, seed: 7, fuzz: 20 },
    want: [
      `npm run contract -- boats --fuzz 20 --only listBoats --seed 7 ${title}`,
      `CONTRACT_FUZZ=20 CONTRACT_SEED=7 ${vitest}`,
    ],
  },
  {
    name: 'of drift at a server that may be written to',
    flags: {
      target: 'http://127.0.0.1:1',
      'allow-writes': true,
      report: 'x',
      shard: '1/2',
      baseline: 'b',
      only: 'y',
      format: 'json',
    },
    run: { ...live, allowWrites: true },
    given: { result: madeCase('minimal', [madeDrift('body-schema')]) },
    want: [
      `npm run contract -- boats --target http://127.0.0.1:1 --allow-writes --only listBoats --seed 1 ${title}`,
      `CONTRACT_API=boats CONTRACT_TARGET=http://127.0.0.1:1 CONTRACT_ALLOW_WRITES=1 CONTRACT_FAIL_ON=drift ${vitest}`,
    ],
  },
  {
    name: 'with a header, whose value is left to a variable',
    flags: { target: 'http://127.0.0.1:1', header: ['X-Gateway: fake-pass', 'x-b: $(fake)'] },
    run: { ...live, headers: { 'x-gateway': 'fake-pass', 'x-b': 'fake' } },
    want: [
      `npm run contract -- boats --target http://127.0.0.1:1 --header 'X-Gateway: '"$HEADER_X_GATEWAY" --header 'x-b: '"$HEADER_X_B" --only listBoats --seed 1 ${title}`,
      `CONTRACT_API=boats CONTRACT_TARGET=http://127.0.0.1:1 CONTRACT_HEADER='X-Gateway: '"$HEADER_X_GATEWAY" CONTRACT_HEADER_2='x-b: '"$HEADER_X_B" ${vitest}`,
    ],
  },
  {
    name: 'with all that was said of the server',
    flags: {
      target: 'http://127.0.0.1:1',
      values: "what's there.yaml",
      'allow-leftovers': true,
      'show-values': true,
      insecure: true,
      rate: '5',
      concurrency: '2',
      timeout: '60',
      'max-duration': '90',
    },
    run: live,
    want: [
      `npm run contract -- boats --target http://127.0.0.1:1 --values 'what'\\''s there.yaml' --allow-leftovers --show-values --insecure --rate 5 --concurrency 2 --timeout 60 --max-duration 90 --only listBoats --seed 1 ${title}`,
      `CONTRACT_API=boats CONTRACT_TARGET=http://127.0.0.1:1 CONTRACT_VALUES='what'\\''s there.yaml' CONTRACT_ALLOW_LEFTOVERS=1 CONTRACT_SHOW_VALUES=1 CONTRACT_INSECURE=1 CONTRACT_RATE=5 CONTRACT_CONCURRENCY=2 CONTRACT_TIMEOUT=60 ${vitest}`,
    ],
  },
  {
    name: 'of a document outside the registry',
    flags: { document: 'my api.yaml' },
    given: { operationId: "GET /it's" },
    isRegistered: false,
    want: [`npm run contract -- --document 'my api.yaml' --only 'GET /it'\\''s' --seed 1 ${title}`],
  },
])('a case $name', ({ flags = {}, run = mock, given = {}, isRegistered = true, want }) => {
  expect(repeatLines({ ...one, ...given }, { run, flags: repeatArguments(flags), isRegistered })).toEqual(
    want,
  );
});
