import { subscribe } from 'node:diagnostics_channel';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isMainThread } from 'node:worker_threads';

/**
 * Loaded before a measured command and every process that it starts (`--import`): what can only be seen from inside of
 * them. Each writes `<pid>.json` into the folder that `BENCH_FIGURES` names, as `ProcessFigures`.
 */
const folder = process.env.BENCH_FIGURES;
if (folder && isMainThread) watch(folder);

function watch(into: string): void {
  const served = { requests: 0, firstAt: 0, lastAt: 0 };
  subscribe('http.server.request.start', () => {
    served.requests += 1;
    served.firstAt ||= now();
  });
  subscribe('http.server.response.finish', () => {
    served.lastAt = now();
  });
  // Vitest ends its workers with this signal, which would take them away before they are asked.
  if (process.send) process.on('SIGTERM', () => process.exit());
  process.on('exit', () => {
    const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
    // In kibibytes and microseconds, on every platform (libuv, `uv_rusage_t`).
    const figures = {
      pid: process.pid,
      peakBytes: maxRSS * 1024,
      cpuMs: (userCPUTime + systemCPUTime) / 1000,
    };
    writeFileSync(join(into, `${process.pid}.json`), JSON.stringify({ ...figures, served }));
  });
}

/** In milliseconds, of the clock that all processes share. */
function now(): number {
  return performance.timeOrigin + performance.now();
}
