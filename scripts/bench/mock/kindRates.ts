import { type Spread, spreadOf } from '../statistics.ts';
import { type RequestKind, requestKinds } from './requestKinds.ts';

/** One server in one round. */
export interface KindSample {
  /** In requests per second. */
  rate: number;
  /** Time of a processor for one request, in milliseconds. */
  cpuMs: number;
}

export type KindRound = Record<'bare' | 'mock', KindSample>;

/** One kind of request at one API. */
export interface KindSamples {
  kind: RequestKind;
  api: string;
  /** How many operations are asked. */
  operations: number;
  rounds: KindRound[];
}

export interface KindRate extends Omit<KindSamples, 'rounds'> {
  /** In requests per second. */
  rates: Record<'bare' | 'mock', Spread>;
  /** The mock's rate by the bare core's, within a round. */
  ratio: Spread;
  /** The bare core's time of a processor for a request by the mock's: the same, whatever else the machine does. */
  cpuRatio: Spread;
  met: boolean;
}

export interface KindRates {
  rounds: number;
  /** The least that the mock's rate is to be, by the bare core's. */
  goal: number;
  rates: KindRate[];
  /** The kinds of which both answer no request alike. */
  incomparable: RequestKind[];
}

const goal = 0.8;

/** The rates of all rounds, and their ratios. */
export function kindRatesOf(samples: readonly KindSamples[]): KindRates {
  return {
    rounds: samples[0]?.rounds.length ?? 0,
    goal,
    rates: samples.map(kindRateOf),
    incomparable: requestKinds.filter((kind) => !samples.some((one) => one.kind === kind)),
  };
}

function kindRateOf({ rounds, ...known }: KindSamples): KindRate {
  const ratio = spreadOf(rounds.map(({ bare, mock }) => mock.rate / bare.rate));
  return {
    ...known,
    rates: {
      bare: spreadOf(rounds.map(({ bare }) => bare.rate)),
      mock: spreadOf(rounds.map(({ mock }) => mock.rate)),
    },
    ratio,
    cpuRatio: spreadOf(rounds.map(({ bare, mock }) => bare.cpuMs / mock.cpuMs)),
    met: ratio.median >= goal,
  };
}
