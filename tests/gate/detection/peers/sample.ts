import { createHash } from 'node:crypto';

/** What a sample is drawn evenly by. */
export interface Sampled {
  fault: string;
  status: number;
  /** Unique, and the same in every run. */
  id: string;
}

/**
 * Of each name of a fault in each class of statuses, so many; all where there are fewer. Which ones, the seed says:
 * whether there are others makes no difference to their order.
 */
export function sample<Fault extends Sampled>(
  faults: readonly Fault[],
  { most, seed }: { most: number; seed: number },
): Fault[] {
  const alike = Map.groupBy(faults, ({ fault, status }) => `${fault} ${Math.floor(status / 100)}`);
  const chosen = [...alike.values()].flatMap((same) =>
    same.toSorted((one, other) => rank(one, seed).localeCompare(rank(other, seed))).slice(0, most),
  );
  const ids = new Set(chosen.map(({ id }) => id));
  return faults.filter(({ id }) => ids.has(id));
}

function rank({ id }: Sampled, seed: number): string {
  return createHash('sha256').update(`${seed}\n${id}`).digest('hex');
}
