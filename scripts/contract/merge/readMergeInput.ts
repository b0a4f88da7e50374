import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { DocumentError } from '../../model/errors.ts';
import type { Report } from '../../model/report.ts';
import type { MergeInput } from './mergeInput.ts';

/**
 * Reads the report in a folder.
 * @throws {DocumentError} if it cannot be read, or is none of this version
 */
export function readMergeInput(given: string): MergeInput {
  const folder = resolve(given);
  const file = join(given, 'contract.json');
  const broken = (problem: string, pointer?: string) =>
    new DocumentError(problem, {
      file,
      ...(pointer !== undefined && { pointer }),
      repair: 'Name folders that hold the contract.json of a run of this version.',
    });
  let report: Report;
  try {
    report = JSON.parse(readFileSync(join(folder, 'contract.json'), 'utf8'));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw broken(code === undefined ? 'it is not JSON' : `it cannot be read (${code})`);
  }
  const flaw = flawOf(report);
  if (flaw !== undefined) throw broken('it is no report', flaw);
  return { folder, file, report };
}

type Shape = [pointer: string, isRight: (report: Report) => boolean];

const shapes: Shape[] = [
  ['/schemaVersion', ({ schemaVersion }) => schemaVersion === 1],
  ['/target', ({ target }) => typeof target === 'string'],
  ['/seed', ({ seed }) => typeof seed === 'number'],
  ['/startedAt', ({ startedAt }) => !Number.isNaN(Date.parse(startedAt))],
  [
    '/apis',
    ({ apis }) =>
      Array.isArray(apis) &&
      apis.every(({ api, operations }) => typeof api === 'string' && Array.isArray(operations)),
  ],
  [
    '/apis',
    ({ apis }) =>
      apis.every(({ operations }) =>
        operations.every(({ cases, coverage }) => Array.isArray(cases) && coverage !== undefined),
      ),
  ],
  ['/apis', ({ apis }) => apis.every(({ preparation = [] }) => Array.isArray(preparation))],
  ['/skips', ({ skips = {} }) => Object.values(skips).every((number) => typeof number === 'number')],
  ['/cleanup', ({ cleanup }) => cleanup === undefined || Array.isArray(cleanup.left)],
];

/** The pointer of the first member that no report has so. */
function flawOf(report: unknown): string | undefined {
  if (typeof report !== 'object' || report === null) return '';
  return shapes.find(([, isRight]) => !isSafely(() => isRight(report as Report)))?.[0];
}

function isSafely(check: () => boolean): boolean {
  try {
    return check();
  } catch {
    return false;
  }
}
