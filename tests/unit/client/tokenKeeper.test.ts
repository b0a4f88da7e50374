import { describe, expect, test } from 'vitest';
import { type FetchedToken, keepToken } from '../../../scripts/client/tokenKeeper.ts';

/** A keeper on a clock of its own, whose n-th token is `token-n`. */
function keeperOf(lifetime?: number) {
  const state = { seconds: 0, fetches: 0 };
  const fetchToken = async (): Promise<FetchedToken> => {
    state.fetches += 1;
    return { token: `token-${state.fetches}`, ...(lifetime !== undefined && { lifetime }) };
  };
  return { state, keeper: keepToken(fetchToken, () => state.seconds * 1000) };
}

describe('keepToken', () => {
  test.each([
    { lifetime: 3600, after: 3569, want: 'token-1' },
    { lifetime: 3600, after: 3570, want: 'token-2' },
    { lifetime: 10, after: 8.9, want: 'token-1' },
    { lifetime: 10, after: 9, want: 'token-2' },
    { lifetime: undefined, after: 1e9, want: 'token-1' },
  ])('of a lifetime of $lifetime s, after $after s: $want', async ({ lifetime, after, want }) => {
    const { keeper, state } = keeperOf(lifetime);
    await keeper.get();
    state.seconds = after;
    expect(await keeper.get()).toBe(want);
  });

  test('fetches once for many at once', async () => {
    const { keeper, state } = keeperOf();
    const tokens = await Promise.all(Array.from({ length: 50 }, () => keeper.get()));
    expect(new Set(tokens)).toEqual(new Set(['token-1']));
    expect(state.fetches).toBe(1);
  });

  test('forgets a refused token, but not the one that replaced it', async () => {
    const { keeper, state } = keeperOf();
    const refused = await keeper.get();
    keeper.forget(refused);
    expect(await keeper.get()).toBe('token-2');
    keeper.forget(refused);
    expect(await keeper.get()).toBe('token-2');
    keeper.forget();
    expect(await keeper.get()).toBe('token-3');
    expect(state.fetches).toBe(3);
  });

  test('does not keep a failure', async () => {
    let attempts = 0;
    const keeper = keepToken(async () => {
      attempts += 1;
      if (attempts === 1) throw new Error('down');
      return { token: 'token' };
    });
    await expect(keeper.get()).rejects.toThrow('down');
    expect(await keeper.get()).toBe('token');
  });
});
