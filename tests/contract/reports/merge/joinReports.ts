import type { MergeInput } from '../../../../scripts/contract/merge/mergeInput.ts';
import { UsageError } from '../../../../scripts/model/errors.ts';
import type { Severity } from '../../../../scripts/model/finding.ts';
import type { ApiResult, BaselineResult, OperationResult, Report } from '../../../../scripts/model/report.ts';
import { mergeInferred } from '../inferredOf.ts';
import { totalsOf } from '../totals.ts';
import { joinLive } from './joinLive.ts';
import { refuseMismatch } from './refuseMismatch.ts';

/**
 * Several reports as one: those of all shards of a run, of several APIs, or both.
 * @throws {UsageError} if they are not of one run, or one of its shards is missing
 */
export function joinReports(inputs: readonly MergeInput[], failOn?: Severity): Report {
  const ordered = inputs.toSorted((a, b) => (a.report.shard?.index ?? 0) - (b.report.shard?.index ?? 0));
  const reports = ordered.map(({ report }) => report);
  const [first] = reports;
  if (!first) throw new UsageError('There is no report to merge.');
  refuseMismatch(ordered);
  const names = [...new Set(inputs.flatMap(({ report }) => report.apis.map(({ api }) => api)))];
  const apis = names.map((name) =>
    joinApi(reports.flatMap((one) => one.apis.filter(({ api }) => api === name))),
  );
  const started = reports.map(({ startedAt }) => Date.parse(startedAt));
  const ended = reports.map(({ startedAt, durationMs }) => Date.parse(startedAt) + durationMs);
  const strictest = reports.some((one) => one.failOn === 'drift') ? 'drift' : 'violation';
  const baseline = joinBaselines(reports.flatMap((one) => one.baseline ?? []));
  return {
    schemaVersion: 1,
    target: [...new Set(reports.map(({ target }) => target))].join(', '),
    seed: first.seed,
    startedAt: new Date(Math.min(...started)).toISOString(),
    durationMs: Math.max(...ended) - Math.min(...started),
    failOn: failOn ?? strictest,
    ...joinLive(reports),
    apis,
    totals: totalsOf(apis.flatMap(({ operations }) => operations)),
    ...(baseline && { baseline }),
  };
}

function joinApi(parts: ApiResult[]): ApiResult {
  const operations = inTurns(parts.map((part) => part.operations));
  const preparation = parts.flatMap((part) => part.preparation ?? []);
  return {
    api: parts[0]?.api ?? '',
    operations,
    ...(preparation.length > 0 && { preparation }),
    totals: totalsOf(operations),
    inferred: mergeInferred(parts.flatMap(({ inferred = [] }) => inferred)),
  };
}

/** Shards take turns at the operations of a document: so its order comes back. */
function inTurns(lists: OperationResult[][]): OperationResult[] {
  const longest = Math.max(0, ...lists.map(({ length }) => length));
  return Array.from({ length: longest }, (_, turn) => lists.flatMap((list) => list[turn] ?? [])).flat();
}

function joinBaselines(all: BaselineResult[]): BaselineResult | undefined {
  if (all.length === 0) return undefined;
  const distinct = <Entry>(entries: Entry[]) => [
    ...new Map(entries.map((entry) => [JSON.stringify(entry), entry])).values(),
  ];
  return {
    vanished: distinct(all.flatMap(({ vanished }) => vanished)),
    expired: distinct(all.flatMap(({ expired }) => expired)),
  };
}
