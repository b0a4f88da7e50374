import { afterAll, beforeAll, expect, test } from 'vitest';
import { type DreddThread, startThread } from '../../../scripts/dredd/dreddThread.ts';
import type { Job, Outcome } from '../../../scripts/dredd/transaction.ts';

let thread: DreddThread;
beforeAll(async () => {
  thread = await startThread();
});
afterAll(() => thread.stop());

const job: Job = {
  document: {
    openapi: '3.0.3',
    info: { title: 'Things', version: '1' },
    paths: {
      '/things/{thing-id}': {
        get: {
          parameters: [{ name: 'thing-id', in: 'path', required: true, example: '1' }],
          responses: { 200: { description: 'A thing.' } },
        },
      },
    },
  },
  baseUrl: 'http://127.0.0.1/things',
  transactions: [],
};

test('gives back what Dredd has against a document, without its warnings', async () => {
  const outcomes: Outcome[] = [];
  const errors = await thread.run(job, (outcome) => outcomes.push(outcome));
  expect(errors).toEqual([expect.stringMatching(/'name' contains unsupported characters/)]);
  expect(outcomes).toEqual([]);
});

test('a run in which the thread breaks is rejected, and so is every later one', async () => {
  const broken = { ...job, transactions: undefined } as unknown as Job;
  await expect(thread.run(broken, () => undefined)).rejects.toThrow(TypeError);
  await expect(thread.run(job, () => undefined)).rejects.toThrow(/^Dredd (has )?ended/);
});
