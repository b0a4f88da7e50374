import type { Leftover } from '../../../scripts/model/report.ts';

/** Which thing is left: `boats DELETE /boats/{id} (id 7)`. */
export function leftoverName({ api, method, path, identifiers }: Leftover): string {
  const named = Object.entries(identifiers).map(([name, value]) => `${name} ${value}`);
  return `${api} ${method} ${path}${named.length > 0 ? ` (${named.join(', ')})` : ''}`;
}
