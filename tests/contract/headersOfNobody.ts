import { credentialField } from '../../scripts/request/credentialField.ts';
import type { Target } from './target.ts';

/** Those of `--header` without the ones that carry credentials: for what is to be asked by nobody, or by one token alone. */
export function headersOfNobody({ api, run }: Pick<Target, 'api' | 'run'>): Record<string, string> {
  const fields = new Set(['authorization', 'cookie', ...api.securitySchemes.map(credentialField)]);
  return Object.fromEntries(Object.entries(run.headers).filter(([name]) => !fields.has(name)));
}
