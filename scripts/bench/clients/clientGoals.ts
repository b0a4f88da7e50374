import type { ClientsMeasured } from './measureClients.ts';

export interface ClientGoal {
  name: string;
  value: number;
  /** At most. */
  goal: number;
  unit: string;
}

/** In bytes of the smallest peer's; in milliseconds; in microseconds. */
const limits = { size: 1.1, checkMs: 3000, overheadUs: 50 };

/** What our clients, the first in the list, are held to; met where the value is at most the goal. */
export function clientGoals({ peers, largest }: ClientsMeasured): ClientGoal[] {
  const [ours] = peers;
  if (!ours) return [];
  const sizes = Object.keys(ours.sizes).map((api) => {
    const smallest = Math.min(
      ...peers.map(({ sizes: of }) => of[api]?.completed ?? Number.POSITIVE_INFINITY),
    );
    return {
      name: `size of ${api}, beside the smallest with the same features`,
      value: (ours.sizes[api]?.completed ?? 0) / smallest,
      goal: limits.size,
      unit: '×',
    };
  });
  return [
    ...sizes,
    { name: `type check of ${largest.name}`, value: ours.checkMs.median, goal: limits.checkMs, unit: 'ms' },
    { name: 'overhead per call', value: ours.overheadUs, goal: limits.overheadUs, unit: 'µs' },
  ];
}
