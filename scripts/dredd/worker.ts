/** The thread that Dredd runs in: it says when it is loaded; then jobs come in, outcomes and an end go out. */
import { parentPort } from 'node:worker_threads';
import { runJob } from './runJob.ts';
import type { Job } from './transaction.ts';

parentPort?.on('message', async (job: Job) => {
  const errors = await runJob(job, (outcome) => parentPort?.postMessage({ outcome }));
  parentPort?.postMessage({ errors });
});

parentPort?.postMessage({ loaded: true });
