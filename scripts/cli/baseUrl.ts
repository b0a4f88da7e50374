import { UsageError } from '../model/errors.ts';

/**
 * The base URL that `--target` names, without a slash at its end.
 * @throws {UsageError} if it is none
 */
export function baseUrl(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isPlain = url && !url.username && !url.password && !url.search && !url.hash;
  if (isPlain && ['http:', 'https:'].includes(url.protocol)) return url.href.replace(/\/+$/, '');
  throw new UsageError(
    '--target is no base URL.\nGive one like https://staging.example.com/api: http or https, no query, no credentials.',
  );
}
