import { mask } from '../../apis/mask.ts';
import type { MockApi } from '../mockApi.ts';
import { controlPrefix } from './controlPrefix.ts';
import type { RequestPlace } from './placeOf.ts';

/** A path without a value of its parameters: its template, or what the document's templates spell out of it. */
export function printablePath({ path, api, match }: RequestPlace): string {
  if (api && match) return `/${api.name}${match.route.template}`;
  if (api) return `/${api.name}${spelledOut(path.slice(api.name.length + 1), api)}`;
  return isControlPath(path) ? path : `/${mask}`;
}

/** Whether the mock answers there for itself. */
export function isControlPath(path: string): boolean {
  return path === '/' || path === controlPrefix || path.startsWith(`${controlPrefix}/`);
}

function spelledOut(path: string, { literals }: MockApi): string {
  return path
    .split('/')
    .map((segment) => (segment === '' || literals.has(segment) ? segment : mask))
    .join('/');
}
