import { describe, expect, test } from 'vitest';
import type { Outcome } from '../../../scripts/model/report.ts';
import { createProgress } from '../../contract/reports/progress.ts';

/** What is written of 500 cases that end one after the other, every so many milliseconds. */
function written({ isTTY, every }: { isTTY: boolean; every: number }): string[] {
  const texts: string[] = [];
  let time = 0;
  const progress = createProgress({ stream: { isTTY, write: (text) => texts.push(text) }, now: () => time });
  progress.expect(300);
  progress.expect(200);
  for (let index = 0; index < 500; index += 1) {
    time += every;
    const outcome: Outcome = index === 10 ? 'failed' : index % 100 === 50 ? 'drifted' : 'passed';
    progress.ended(outcome);
  }
  progress.close();
  return texts;
}

describe('progress', () => {
  test('on a terminal is a line that changes, and goes', () => {
    const texts = written({ isTTY: true, every: 10 });
    expect(texts[0]).toBe('\r20 of 500 cases, 1 failed, 0.2 s\u001b[K');
    expect(texts).toHaveLength(26);
    expect(texts.at(-2)).toBe('\r500 of 500 cases, 1 failed, 5 drifted, 5.0 s\u001b[K');
    expect(texts.at(-1)).toBe('\r\u001b[K');
  });

  test('in a log is a line every half minute', () => {
    expect(written({ isTTY: false, every: 200 })).toEqual([
      '150 of 500 cases, 1 failed, 1 drifted, 30.0 s\n',
      '300 of 500 cases, 1 failed, 3 drifted, 60.0 s\n',
      '450 of 500 cases, 1 failed, 4 drifted, 90.0 s\n',
    ]);
  });

  test('of a short run is nothing in a log', () => {
    expect(written({ isTTY: false, every: 10 })).toEqual([]);
  });
});
