import { checkNames } from '../../../model/finding.ts';
import type { PeerFault } from '../../../model/peerFault.ts';
import type { LeftOutPeer, PeerResult } from './peerResult.ts';

/** Of the faults that apply: those that a tool asked for, and those that it caught. */
export interface Caught {
  applicable: number;
  asked: number;
  caught: number;
}

export interface ToolTotals extends Omit<PeerResult, 'verdicts'> {
  totals: Caught;
  /** By our name for the class of fault. */
  checks: ({ check: string } & Caught)[];
  faults: ({ fault: string } & Caught)[];
}

export interface PeerTotals {
  seed: number;
  /** Faults of answers in the whole catalogue, and in the sample. */
  of: number;
  sampled: number;
  tools: ToolTotals[];
  leftOut: LeftOutPeer[];
}

interface Sample {
  seed: number;
  of: number;
  faults: readonly PeerFault[];
}

/** Every tool by the same faults. */
export function peerTotals(
  { seed, of, faults }: Sample,
  results: readonly PeerResult[],
  leftOut: LeftOutPeer[],
): PeerTotals {
  const checks = checkNames.filter((check) => faults.some((one) => one.check === check));
  const names = [...new Set(faults.map(({ fault }) => fault))];
  const tools = results.map(({ verdicts, ...tool }) => {
    const count = (own: readonly PeerFault[]) => countOf(own, verdicts);
    return {
      ...tool,
      totals: count(faults),
      checks: checks.map((check) => ({ check, ...count(faults.filter((one) => one.check === check)) })),
      faults: names.map((fault) => ({ fault, ...count(faults.filter((one) => one.fault === fault)) })),
    };
  });
  return { seed, of, sampled: faults.length, tools, leftOut };
}

function countOf(faults: readonly PeerFault[], verdicts: PeerResult['verdicts']): Caught {
  const found = faults.map(({ id }) => verdicts[id] ?? 'unasked');
  return {
    applicable: faults.length,
    asked: found.filter((verdict) => verdict !== 'unasked').length,
    caught: found.filter((verdict) => verdict === 'caught').length,
  };
}
