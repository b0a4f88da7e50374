/** What is known of a token. */
export type Verdict = 'known' | 'unknown' | 'expired' | 'ended';

/** The tokens that a mock has issued, in memory. */
export interface TokenBook {
  verdict(token: string): Verdict;
  enter(token: string, entry: NewEntry): void;
  /** Whose an issued token is. */
  holderOf(token: string): string | undefined;
  /** What was not issued cannot be ended. */
  end(token: string): void;
}

interface NewEntry {
  /** To whom it is issued. */
  holder: string;
  /** How long it lasts; without it, until it is ended. */
  seconds?: number | undefined;
}

interface Entry {
  holder: string;
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
    enter(token, { holder, seconds = Number.POSITIVE_INFINITY }) {
      entries.set(token, { holder, until: now() + seconds * 1000, isEnded: false });
      for (const oldest of entries.keys()) {
        if (entries.size <= most) break;
        entries.delete(oldest);
      }
    },
    holderOf: (token) => entries.get(token)?.holder,
    end(token) {
      const entry = entries.get(token);
      if (entry) entry.isEnded = true;
    },
  };
}
