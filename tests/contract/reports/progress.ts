import { count } from '../../../scripts/cli/count.ts';
import { formatDuration } from '../../../scripts/cli/duration.ts';
import type { Outcome } from '../../../scripts/model/report.ts';

/** Where progress is told: a terminal's line is written over, a log gets a line now and then. */
interface ProgressStream {
  isTTY?: boolean;
  write(text: string): unknown;
}

interface Options {
  stream: ProgressStream;
  /** In milliseconds. */
  now?: () => number;
}

/** Tells how far a run has come. */
interface Progress {
  /** So many cases more are to come. */
  expect(cases: number): void;
  ended(outcome: Outcome | undefined): void;
  /** Takes the line of a terminal away. */
  close(): void;
}

/** In milliseconds. */
const onTerminal = 200;
const inLog = 30_000;

/** On a terminal a line that changes, five times a second at most; elsewhere one every thirty seconds, so that a short run has none. */
export function createProgress({ stream, now = Date.now }: Options): Progress {
  const startedAt = now();
  let lastTold = startedAt;
  let expected = 0;
  const counts = { ended: 0, failed: 0, drifted: 0 };
  return {
    expect(cases) {
      expected += cases;
    },
    ended(outcome) {
      counts.ended += 1;
      if (outcome === 'failed' || outcome === 'drifted') counts[outcome] += 1;
      const time = now();
      if (time - lastTold < (stream.isTTY ? onTerminal : inLog)) return;
      lastTold = time;
      const text = `${progressText(counts, expected)}, ${formatDuration(time - startedAt)}`;
      stream.write(stream.isTTY ? `\r${text}\u001b[K` : `${text}\n`);
    },
    close() {
      if (stream.isTTY && counts.ended > 0) stream.write('\r\u001b[K');
    },
  };
}

function progressText({ ended, failed, drifted }: Record<string, number>, expected: number): string {
  const all = count(Math.max(expected, ended ?? 0), 'case');
  return [
    `${ended} of ${all}`,
    ...(failed ? [`${failed} failed`] : []),
    ...(drifted ? [`${drifted} drifted`] : []),
  ].join(', ');
}
