import { exitCode } from '../cli/exit.ts';
import type { Report } from '../model/report.ts';
import { isFatal } from './isFatal.ts';

/** The exit code that a report asks for: found, if any of its findings is fatal. */
export function verdict({ apis, failOn }: Report): number {
  const findings = apis.flatMap(({ operations }) =>
    operations.flatMap(({ cases }) => cases.flatMap((one) => one.findings)),
  );
  return findings.some((one) => isFatal(one, failOn)) ? exitCode.found : exitCode.done;
}
