import type { Credential } from './clientOptions.ts';
import { CallError } from './errors.ts';

/** The caller's credentials, by name. */
export interface CredentialValues {
  has(name: string): boolean;
  /** @throws {CallError} if it is missing or empty */
  get(name: string): Promise<string>;
}

export function credentialValues(
  credentials: Readonly<Record<string, Credential | undefined>>,
): CredentialValues {
  return {
    has: (name) => credentials[name] !== undefined,
    async get(name) {
      const given = credentials[name];
      const value = typeof given === 'function' ? await given() : given;
      if (typeof value !== 'string' || value === '')
        throw new CallError(`credentials.${name} is missing or empty`);
      return value;
    },
  };
}
