import type { Scheme } from '../../../scripts/mock/security.ts';

const base = { id: '', extensions: {} };
export const header: Scheme = { ...base, key: 'header', type: 'apiKey', in: 'header', name: 'X-Key' };
export const query: Scheme = { ...base, key: 'query', type: 'apiKey', in: 'query', name: 'key' };
export const cookie: Scheme = { ...base, key: 'cookie', type: 'apiKey', in: 'cookie', name: 'key' };
export const token: Scheme = {
  ...base,
  key: 'token',
  type: 'apiKey',
  in: 'header',
  name: 'Authorization',
  extensions: { 'x-auth-scheme': 'Token' },
};
export const bearer: Scheme = { ...base, key: 'bearer', type: 'http', scheme: 'bearer' };
export const basic: Scheme = { ...base, key: 'basic', type: 'http', scheme: 'basic' };
export const oauth2: Scheme = { ...base, key: 'oauth2', type: 'oauth2', flows: {} };
