import { CallError } from './errors.ts';

/** The caller's credentials, by name. */
export interface CredentialValues {
  has(name: string): boolean;
  /** @throws {CallError} if it is missing or empty, or no text */
  get(name: string): Promise<string>;
  /** What was given under a name, or what a function given there returns. */
  give(name: string, ...argument: unknown[]): Promise<unknown>;
}

export function credentialValues(given: object): CredentialValues {
  const credentials = given as Readonly<Record<string, unknown>>;
  const give: CredentialValues['give'] = async (name, ...argument) => {
    const value = credentials[name];
    return typeof value === 'function' ? value(...argument) : value;
  };
  return {
    has: (name) => credentials[name] !== undefined,
    give,
    async get(name) {
      const value = await give(name);
      if (typeof value !== 'string' || value === '')
        throw new CallError(`credentials.${name} is missing or empty`);
      return value;
    },
  };
}
