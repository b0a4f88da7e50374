import type { MergeInput } from '../../../../scripts/contract/merge/mergeInput.ts';
import { UsageError } from '../../../../scripts/model/errors.ts';

/** @throws {UsageError} on reports of different seeds, targets or partitions, on an operation that two have, and on a missing shard */
export function refuseMismatch(inputs: readonly MergeInput[]): void {
  refuseSeeds(inputs);
  const names = new Set(inputs.flatMap(({ report }) => report.apis.map(({ api }) => api)));
  for (const name of names) {
    const own = inputs.filter(({ report }) => report.apis.some(({ api }) => api === name));
    refuseTargets(name, own);
    refuseTwice(name, own);
    refuseGaps(name, own);
  }
}

function refuseSeeds(inputs: readonly MergeInput[]): void {
  const [first, ...others] = inputs;
  const other = others.find(({ report }) => report.seed !== first?.report.seed);
  if (!first || !other) return;
  throw new UsageError(
    `${other.file}: its seed is ${other.report.seed}, that of ${first.file} ${first.report.seed}.\nMerge reports of one run.`,
  );
}

function refuseTargets(name: string, inputs: readonly MergeInput[]): void {
  const [first, ...others] = inputs;
  const other = others.find(({ report }) => report.target !== first?.report.target);
  if (!first || !other) return;
  throw new UsageError(
    `${other.file}: ${name} ran against ${other.report.target}, in ${first.file} against ${first.report.target}.\nMerge reports of one run.`,
  );
}

function refuseTwice(name: string, inputs: readonly MergeInput[]): void {
  const seen = new Map<string, string>();
  for (const { file, report } of inputs) {
    for (const { operationId } of report.apis
      .filter(({ api }) => api === name)
      .flatMap((one) => one.operations)) {
      const other = seen.get(operationId);
      if (other !== undefined) {
        throw new UsageError(
          `${file}: ${name} ${operationId} stands in ${other} as well.\nName each report once.`,
        );
      }
      seen.set(operationId, file);
    }
  }
}

function refuseGaps(name: string, inputs: readonly MergeInput[]): void {
  const [first, ...others] = inputs;
  if (!first) return;
  const { count } = first.report.shard ?? { count: 1 };
  const other = others.find(({ report }) => (report.shard?.count ?? 1) !== count);
  if (other) {
    throw new UsageError(
      `${other.file}: it is one of ${other.report.shard?.count ?? 1} parts of ${name}, ${first.file} one of ${count}.\nMerge reports of one run.`,
    );
  }
  const there = new Set(inputs.map(({ report }) => report.shard?.index ?? 1));
  const missing = Array.from({ length: count }, (_, index) => index + 1).filter((index) => !there.has(index));
  if (missing.length === 0) return;
  const parts = missing.map((index) => `${index}/${count}`).join(', ');
  throw new UsageError(
    `Of ${name} the part${missing.length > 1 ? 's' : ''} ${parts} of the run ${missing.length > 1 ? 'are' : 'is'} missing.\nName the reports of all shards.`,
  );
}
