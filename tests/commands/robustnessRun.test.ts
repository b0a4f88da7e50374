import { createServer, type RequestListener, type ServerResponse } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Listening, listenAt } from '../../scripts/http/listenAt.ts';
import { hostileAnswers, json } from './hostileAnswers.ts';
import { type HostileResult, readingDocument, runHostile } from './hostileRun.ts';

/** What a run leaves, however it ends. */
const reports = ['contract.html', 'contract.json', 'drift.md', 'junit.xml'];

const mebibyte = 1024 * 1024;

/** Every request that a host gets which only an answer names. */
const trapped: string[] = [];
const trapServer = createServer((request, response) => {
  trapped.push(request.url ?? '');
  response.end('{}');
});
let trap: Listening;
beforeAll(async () => {
  trap = await listenAt(trapServer);
});
afterAll(() => trap.close());

/** A server on a free port of this machine; closed with `await using`. */
async function serve(listener: RequestListener) {
  const server = createServer((request, response) => {
    response.on('error', () => {});
    listener(request, response);
  });
  return listenAt(server);
}

test('a run against a hostile server ends in time and memory, with a verdict on each answer', async () => {
  const answers = hostileAnswers(() => trap.url);
  await using server = await serve(({ url = '/' }, response) => {
    const hostile = answers[url];
    if (hostile) hostile.answer(response);
    else response.writeHead(404, json).end('{}');
  });
  const document = readingDocument(Object.keys(answers));
  const { code, stdout, stderr, written, cases, durationMs, peakBytes } = await runHostile({
    ...{ document, url: server.url },
    // One request to each is enough: what is hostile is the answer.
    argv: ['--timeout', '2', '--title', ' > example'],
  });
  const examples = cases.filter(({ one }) => one.kind === 'example');
  const found = Object.fromEntries(examples.map(({ path, one }) => [path, one.findings[0]?.check]));
  expect(found).toEqual(Object.fromEntries(Object.entries(answers).map(([path, one]) => [path, one.found])));
  expect(code).toBe(1);
  // A line every half a minute says how far it is.
  expect(stderr).toMatch(/^(\d+ of \d+ cases.*\n)*$/);
  const control = [...stdout, ...stderr].filter((one) => /\p{Cc}/u.test(one) && one !== '\n');
  expect(control).toEqual([]);
  expect(written.length).toBeLessThan(5_000_000);
  expect(trapped).toEqual([]);
  expect(({} as { owned?: number }).owned).toBeUndefined();
  expect(durationMs).toBeLessThan(90_000);
  expect(peakBytes / mebibyte).toBeLessThan(1500);
}, 120_000);

/** Answers like any server, so long as it does. */
function answerTruly(response: ServerResponse): void {
  response.writeHead(200, json).end('{}');
}

const paths = Array.from({ length: 100 }, (_, index) => `/things-${index}`);
const many = readingDocument(paths);

interface Downfall {
  name: string;
  /** What becomes of the so-manieth request. */
  answer: (response: ServerResponse, number: number, close: () => void) => void;
  message: RegExp;
  /** Whether it was there for a while. */
  hasBegun: boolean;
}

describe('a server that is plainly down ends the run with one message', () => {
  const beyond = (count: number, then: Downfall['answer']): Downfall['answer'] => {
    return (response, number, close) =>
      number <= count ? answerTruly(response) : then(response, number, close);
  };
  const unavailable = (response: ServerResponse, headers = {}) =>
    response.writeHead(503, { 'content-type': 'text/html', ...headers }).end('<h1>Fake</h1>');

  test.each<Downfall>([
    {
      name: 'never answers',
      answer: () => {},
      message: /^error GET \S+: the target cannot be reached \(TimeoutError\)\n/,
      hasBegun: false,
    },
    {
      name: 'closes every connection at once',
      answer: (response) => response.destroy(),
      message: /^error GET \S+: the target cannot be reached \(UND_ERR_SOCKET\)\n/,
      hasBegun: false,
    },
    {
      name: 'floods with headers',
      answer: (response) => response.writeHead(200, { 'x-long': 'x'.repeat(1 << 20) }).end('{}'),
      message: /^error GET \S+: the target cannot be reached \(UND_ERR_HEADERS_OVERFLOW\)\n/,
      hasBegun: false,
    },
    {
      name: 'dies on the way',
      answer: beyond(30, (response, _, close) => {
        response.destroy();
        close();
      }),
      message: /^error http\S+: the target is down: it \w.* connection.*; \d+ cases left out\n/,
      hasBegun: true,
    },
    {
      name: 'falls silent on the way',
      answer: beyond(30, () => {}),
      message: /^error http\S+: the target is down: it did not answer within 1 seconds; \d+ cases left out\n/,
      hasBegun: true,
    },
    {
      name: 'drops every connection from then on',
      answer: beyond(30, (response) => response.destroy()),
      message: /^error http\S+: the target is down: it closed the connection without an answer; \d+ cases/,
      hasBegun: true,
    },
    {
      name: 'is gone behind its gateway',
      answer: beyond(30, (response) => unavailable(response, { 'retry-after': '0' })),
      message: /^error http\S+: the target is down: it answers everything with 503; \d+ cases left out\n/,
      hasBegun: true,
    },
    {
      name: 'asks to be left alone',
      answer: beyond(30, (response) => response.writeHead(429, { ...json, 'retry-after': '3600' }).end('{}')),
      message: /^error http\S+: the target asks to be left alone for 3600 seconds; \d+ cases left out\n/,
      hasBegun: true,
    },
  ])('$name', async ({ answer, message, hasBegun }) => {
    let number = 0;
    await using server = await serve((_, response) => {
      number += 1;
      answer(response, number, server.close);
    });
    const run = await runHostile({ document: many, url: server.url, argv: ['--timeout', '1'] });
    expect(run.stderr).toMatch(message);
    expect(run.stderr.trimEnd().split('\n')).toHaveLength(2);
    expect(run.code).toBe(3);
    expect(run.durationMs).toBeLessThan(30_000);
    expect(run.files.sort()).toEqual(hasBegun ? reports : []);
    const asked = run.cases.filter(({ one }) => one.outcome !== 'skipped');
    expect(asked.length > 10).toBe(hasBegun);
    // A gateway has to say it a few times before it is believed.
    expect(asked.filter(({ one }) => one.outcome === 'failed').length).toBeLessThan(20);
    expect(number).toBeLessThan(120);
  });
});

describe('a run that ends early says so, and what was done is written', () => {
  /** Slow enough that nobody waits for the end of it. */
  const slowly = (response: ServerResponse) => void setTimeout(() => answerTruly(response), 100);

  function expectWhole({ files, report, cases }: HostileResult, reason: string): void {
    expect(files.sort()).toEqual(reports);
    expect(report?.stopped).toBe(reason);
    const left = cases.filter(({ one }) => one.reason === reason).length;
    expect(report?.skips?.[reason]).toBe(left);
    expect(left).toBeGreaterThan(100);
    expect(cases.filter(({ one }) => one.outcome === 'passed').length).toBeGreaterThan(3);
    expect(cases).toHaveLength(report?.totals.cases ?? 0);
    expect(report?.totals.violations).toBe(0);
  }

  test('when its time is over', async () => {
    await using server = await serve((_, response) => slowly(response));
    const argv = ['--concurrency', '1', '--max-duration', '8'];
    const run = await runHostile({ document: many, url: server.url, argv });
    const reason = 'the run may take 8 seconds: --max-duration';
    expectWhole(run, reason);
    expect(run.stderr).toMatch(new RegExp(`^${reason}; \\d+ cases left out\\n$`));
    expect(run.code).toBe(0);
    expect(run.durationMs).toBeLessThan(30_000);
  });

  test.each([
    ['SIGINT', 130, slowly],
    ['SIGTERM', 143, slowly],
    // What is under way is not waited for.
    ['SIGINT', 130, (response: ServerResponse, number: number) => number < 20 && slowly(response)],
  ] as const)('at %s, with %i', async (name, code, answer) => {
    let number = 0;
    let interrupt = (_: NodeJS.Signals) => {};
    await using server = await serve((_, response) => {
      number += 1;
      answer(response, number);
      if (number === 20) interrupt(name);
    });
    let interruptedAt = 0;
    const run = await runHostile({
      ...{ document: many, url: server.url },
      onStart: (signal) => {
        interrupt = (one) => {
          interruptedAt = performance.now();
          signal(one);
        };
      },
    });
    expect(performance.now() - interruptedAt).toBeLessThan(10_000);
    expectWhole(run, `the run was ended by ${name}`);
    const told = `${name}: ending the run; once more to leave at once\\nthe run was ended by ${name}`;
    expect(run.stderr).toMatch(new RegExp(`^${told}; \\d+ cases left out\\n$`));
    expect(run.code).toBe(code);
    expect(number).toBeLessThan(50);
  });
});
