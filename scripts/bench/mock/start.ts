import { spreadText } from '../format.ts';
import { type Spread, spreadOf } from '../statistics.ts';
import { goalText } from './goalText.ts';

interface Start {
  apis: number;
  rounds: number;
  /** In milliseconds. */
  firstAnswerMs: Spread;
  /** It is to be less, in milliseconds. */
  goalMs: number;
  met: boolean;
}

const goalMs = 2000;

/** @param times of each round, in milliseconds */
export function startOf(times: readonly number[], apis: number): Start {
  const firstAnswerMs = spreadOf(times);
  return { apis, rounds: times.length, firstAnswerMs, goalMs, met: firstAnswerMs.median < goalMs };
}

/** One line. */
export function renderStart({ apis, firstAnswerMs, goalMs, met }: Start): string {
  const { median, min, max } = firstAnswerMs;
  const seconds = { median: median / 1000, min: min / 1000, max: max / 1000 };
  const goal = `goal < ${goalMs / 1000} s: ${goalText(met)}`;
  return `Start: the first 200 of a cold process with ${apis} APIs after ${spreadText(seconds, ' s')}, ${goal}`;
}
