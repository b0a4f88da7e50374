import type { SecurityScheme } from '../model/securityScheme.ts';

/** The header, in lower case, that carries a scheme's credential; `undefined` where none does. */
export function credentialField({ type, in: location, parameterName }: SecurityScheme): string | undefined {
  if (type === 'mutualTLS') return undefined;
  if (type !== 'apiKey') return 'authorization';
  if (location === 'cookie') return 'cookie';
  return location === 'query' ? undefined : (parameterName ?? 'authorization').toLowerCase();
}
