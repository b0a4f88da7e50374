/** The thread that Dredd runs in: it says when it is loaded; then jobs come in, outcomes and an end go out. */
import { parentPort } from 'node:worker_threads';
import { runJob } from './runJob.ts';
import { runStockJob } from './runStockJob.ts';
import type { Job, Outcome, StockJob } from './transaction.ts';

parentPort?.on('message', async (job: Job | StockJob) => {
  const tell = (outcome: Outcome) => parentPort?.postMessage({ outcome });
  const errors = await ('stock' in job ? runStockJob(job, tell) : runJob(job, tell));
  parentPort?.postMessage({ errors });
});

parentPort?.postMessage({ loaded: true });
