import { type Spread, spreadOf } from '../statistics.ts';

export const rateNames = [
  'contractWhole',
  'contractRunning',
  'dreddWhole',
  'dreddRunning',
  'mockCold',
  'mockWarm',
] as const;

type RateName = (typeof rateNames)[number];

/** In cases, transactions or requests per second: a value a round, the same place in each list being the same round. */
export type RateSamples = Record<RateName, number[]>;

export interface Ratio {
  name: string;
  spread: Spread;
  goal?: number;
}

export interface Rates {
  rounds: number;
  rates: Record<RateName, Spread>;
  ratios: Ratio[];
}

/** What is held against what. A ratio is taken within a round: its two sides met the same machine. */
const compared: { name: string; of: RateName; to: RateName; goal?: number }[] = [
  { name: 'contract to Dredd, start-up included', of: 'contractWhole', to: 'dreddWhole', goal: 10 },
  { name: 'contract to Dredd, while cases run', of: 'contractRunning', to: 'dreddRunning', goal: 10 },
  { name: 'contract to the mock alone, start-up included', of: 'contractWhole', to: 'mockWarm' },
  { name: 'contract to the mock alone, while cases run', of: 'contractRunning', to: 'mockWarm', goal: 0.5 },
  { name: 'contract to the mock alone, both first asked', of: 'contractRunning', to: 'mockCold', goal: 0.5 },
];

/** The rates of all rounds, and their ratios. */
export function ratesOf(samples: RateSamples): Rates {
  return {
    rounds: samples.contractWhole.length,
    rates: Object.fromEntries(rateNames.map((name) => [name, spreadOf(samples[name])])) as Rates['rates'],
    ratios: compared.map(({ name, of, to, goal }) => ({
      name,
      spread: spreadOf(samples[of].map((value, round) => value / (samples[to][round] ?? Number.NaN))),
      ...(goal !== undefined && { goal }),
    })),
  };
}
