import type { ApiFacts } from './facts.ts';
import { fetchToken, type TokenRequest } from './fetchToken.ts';
import { keepToken, type TokenKeeper } from './tokenKeeper.ts';

/** The tokens that the service gives out, by name: fetched when first asked for, and kept. */
export interface AccessTokens {
  get(name: string): Promise<string>;
  /** After the service refused it. */
  forget(name: string, token: string): void;
  /** After an operation succeeded: some end a token's life. */
  endedBy(operation: string): void;
}

export function accessTokens(
  { tokens }: ApiFacts,
  request: (name: string) => Omit<TokenRequest, 'source'>,
): AccessTokens {
  const keepers = new Map<string, TokenKeeper>(
    Object.entries(tokens).map(([name, source]) => [
      name,
      keepToken(() => fetchToken({ source, ...request(name) })),
    ]),
  );
  return {
    get: async (name) => (await keepers.get(name)?.get()) ?? '',
    forget: (name, token) => keepers.get(name)?.forget(token),
    endedBy(operation) {
      for (const [name, keeper] of keepers) {
        if (tokens[name]?.endedBy?.includes(operation)) keeper.forget();
      }
    },
  };
}
