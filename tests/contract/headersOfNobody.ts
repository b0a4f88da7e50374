import type { Api } from '../../scripts/model/api.ts';
import { credentialField } from '../../scripts/request/credentialField.ts';
import type { RunContext } from './runContext.ts';

/**
 * Those of `--header` without the ones that carry credentials: for what is to be asked by nobody, by one token alone, or by
 * another user.
 */
export function headersOfNobody({
  api,
  run,
}: {
  api: Pick<Api, 'securitySchemes'>;
  run: Pick<RunContext, 'headers'>;
}): Record<string, string> {
  const fields = new Set(['authorization', 'cookie', ...api.securitySchemes.map(credentialField)]);
  return Object.fromEntries(Object.entries(run.headers).filter(([name]) => !fields.has(name)));
}
