/** A token as its operation answered. */
export interface FetchedToken {
  token: string;
  /** Seconds; absent where the service states none, and then it is kept until it is refused. */
  lifetime?: number;
}

export interface TokenKeeper {
  /** The kept token, or a new one; many callers at once wait for one fetch. A failed fetch is not kept. */
  get(): Promise<string>;
  /** Drops a token that was refused; one that has been replaced since then stays. Without a token: whatever is kept. */
  forget(token?: string): void;
}

/** A token is fetched anew this long, or a tenth of its lifetime if that is less, before it expires. */
const marginSeconds = 30;

export function keepToken(
  fetchToken: () => Promise<FetchedToken>,
  now: () => number = Date.now,
): TokenKeeper {
  let kept: { token: string; until: number } | undefined;
  let pending: Promise<string> | undefined;

  const renew = async () => {
    const { token, lifetime = Number.POSITIVE_INFINITY } = await fetchToken();
    const margin = Math.min(marginSeconds, lifetime / 10);
    kept = { token, until: now() + (lifetime - margin) * 1000 };
    return token;
  };

  return {
    async get() {
      if (kept && now() < kept.until) return kept.token;
      pending ??= renew().finally(() => {
        pending = undefined;
      });
      return pending;
    },
    forget(token) {
      if (token === undefined || kept?.token === token) kept = undefined;
    },
  };
}
