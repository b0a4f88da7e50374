/** What is known of a token. */
export type Verdict = 'known' | 'unknown' | 'expired' | 'ended';

/** The tokens that a mock has issued, in memory. */
export interface TokenBook {
  verdict(token: string): Verdict;
  /** @param seconds how long it lasts; without it, until it is ended */
  enter(token: string, seconds?: number): void;
  /** What was not issued cannot be ended. */
  end(token: string): void;
}

interface Entry {
  /** In milliseconds of the clock. */
  until: number;
  isEnded: boolean;
}

/**
 * @param most how many tokens are kept; the oldest is forgotten first, and unknown from then on
 * @param now the clock, in milliseconds
 */
export function createTokenBook({ most = 10_000, now = () => Date.now() } = {}): TokenBook {
  const entries = new Map<string, Entry>();
  return {
    verdict(token) {
      const entry = entries.get(token);
      if (!entry) return 'unknown';
      if (entry.isEnded) return 'ended';
      return now() < entry.until ? 'known' : 'expired';
    },
    enter(token, seconds = Number.POSITIVE_INFINITY) {
      entries.set(token, { until: now() + seconds * 1000, isEnded: false });
      for (const oldest of entries.keys()) {
        if (entries.size <= most) break;
        entries.delete(oldest);
      }
    },
    end(token) {
      const entry = entries.get(token);
      if (entry) entry.isEnded = true;
    },
  };
}
