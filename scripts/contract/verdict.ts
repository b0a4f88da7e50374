import { exitCode } from '../cli/exit.ts';
import type { Report } from '../model/report.ts';
import { isFatal } from './isFatal.ts';

/** The exit code that a report asks for: found, if any of its findings is fatal, or what could be deleted is still there. */
export function verdict({ apis, failOn, cleanup }: Report): number {
  if (cleanup?.left.some(({ isDeletable }) => isDeletable)) return exitCode.found;
  const findings = apis.flatMap(({ operations }) =>
    operations.flatMap(({ cases }) => cases.flatMap((one) => one.findings)),
  );
  return findings.some((one) => isFatal(one, failOn)) ? exitCode.found : exitCode.done;
}
