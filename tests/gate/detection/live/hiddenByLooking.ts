import { livesOf } from '../../../../scripts/resources/lives.ts';
import type { PlacedFault, Subject } from '../subject.ts';

/**
 * Why a server shows nothing of it that does not look at what an identifier in its path may be: it looks for what has that
 * identifier, finds nothing, and that is a refusal as well (RFC 9110 section 15.5.5).
 */
export function hiddenByLooking(
  { check, serve, place }: PlacedFault,
  { api, operation }: Pick<Subject, 'api' | 'operation'>,
): string | undefined {
  if (!serve || check !== 'refuses-invalid') return undefined;
  const named = livesOf(api.operations).resources.named(operation.operationId);
  const parameters = operation.parameters.filter(
    (one) => one.in === 'path' && named.some(({ parameter }) => parameter === one.name),
  );
  const isIdentifier = parameters.some(({ usage }) => place.startsWith(`${usage}/`));
  return isIdentifier ? 'what an identifier may not be, nothing has' : undefined;
}
