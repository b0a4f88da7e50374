/** A process's memory after so many requests; in bytes. */
export interface MemorySample {
  requests: number;
  rssBytes: number;
  /** After a collection, with what buffers hold. */
  heapBytes: number;
}

export interface Trend {
  firstBytes: number;
  lastBytes: number;
  /** How much each request adds: the slope of the line that fits all samples best (least squares). */
  bytesPerRequest: number;
  /** It is to be at most so much. */
  goal: number;
  met: boolean;
}

export interface Memory {
  requests: number;
  /** How many answers had each status. */
  statuses: Record<string, number>;
  heap: Trend;
  rss: Trend;
  samples: MemorySample[];
}

/**
 * A request that is kept, were it by its path alone, takes 100 bytes and more. The system's view of a process is coarser:
 * what is free again is given back late, and in pages.
 */
const goals = { heap: 20, rss: 100 };

/**
 * @param samples taken once what is bounded was full; at least two
 * @param answers how many answers had a status, in any order and number of pieces
 */
export function memoryOf(
  samples: readonly MemorySample[],
  answers: readonly (readonly [status: number, number: number])[],
): Memory {
  const byStatus = Map.groupBy(
    answers.toSorted(([a], [b]) => a - b),
    ([status]) => status,
  );
  return {
    requests: (samples.at(-1)?.requests ?? 0) - (samples[0]?.requests ?? 0),
    statuses: Object.fromEntries(
      [...byStatus].map(([status, pieces]) => [status, pieces.reduce((sum, [, number]) => sum + number, 0)]),
    ),
    heap: trendOf(samples, 'heapBytes', goals.heap),
    rss: trendOf(samples, 'rssBytes', goals.rss),
    samples: [...samples],
  };
}

function trendOf(samples: readonly MemorySample[], of: 'heapBytes' | 'rssBytes', goal: number): Trend {
  const bytesPerRequest = slopeOf(samples.map((one) => [one.requests, one[of]]));
  return {
    firstBytes: samples[0]?.[of] ?? 0,
    lastBytes: samples.at(-1)?.[of] ?? 0,
    ...{ bytesPerRequest, goal },
    met: bytesPerRequest <= goal,
  };
}

/** @throws {RangeError} on less than two points */
export function slopeOf(points: readonly [number, number][]): number {
  if (points.length < 2) throw new RangeError('There is no slope of less than two points.');
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [x, y] = [mean(points.map(([one]) => one)), mean(points.map(([, one]) => one))];
  const rise = points.reduce((sum, [a, b]) => sum + (a - x) * (b - y), 0);
  return rise / points.reduce((sum, [a]) => sum + (a - x) ** 2, 0);
}
