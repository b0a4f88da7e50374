/** What one command cost. */
export interface Cost {
  wallMs: number;
  /** Time of a processor: what else the machine does shows less in it. */
  cpuMs: number;
  /** The peaks of all its processes together. */
  peakBytes: number;
}

/** What both commands cost. */
export interface Costs {
  generate: Cost;
  contract: Cost;
}

export interface SizeFigures extends Costs {
  operations: number;
  cases: number;
}

/** What each operation more cost that a size has more than the size before it. */
interface Step extends Costs {
  from: number;
  to: number;
}

export interface Growth {
  sizes: SizeFigures[];
  steps: Step[];
  /**
   * What an operation more costs in the last step, by what it costs in the step before: 1 is linear, the factor between
   * the sizes is quadratic. Nothing with fewer than two steps.
   */
  factors?: Costs;
}

/** The part of a run that does not depend on the size, its start-up, falls out: steps compare sizes. */
export function growthOf(sizes: readonly SizeFigures[]): Growth {
  const steps = sizes.slice(1).map((to, index) => stepOf(sizes[index] ?? to, to));
  const [before, last] = steps.slice(-2);
  return {
    sizes: [...sizes],
    steps,
    ...(before && last && { factors: combine(last, before, (now, then) => now / then) }),
  };
}

function stepOf(from: SizeFigures, to: SizeFigures): Step {
  const more = to.operations - from.operations;
  return {
    from: from.operations,
    to: to.operations,
    ...combine(to, from, (now, then) => (now - then) / more),
  };
}

function combine(one: Costs, other: Costs, by: (one: number, other: number) => number): Costs {
  const cost = (command: keyof Costs): Cost => ({
    wallMs: by(one[command].wallMs, other[command].wallMs),
    cpuMs: by(one[command].cpuMs, other[command].cpuMs),
    peakBytes: by(one[command].peakBytes, other[command].peakBytes),
  });
  return { generate: cost('generate'), contract: cost('contract') };
}
