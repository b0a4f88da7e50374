import { valueAt } from '../../../../scripts/json/pointer.ts';
import type { Json } from '../../../../scripts/model/json.ts';
import type { Life } from '../../../../scripts/model/life.ts';
import type { WireAnswer } from '../../wire.ts';
import { isJson, isSuccessful } from '../answered.ts';

/** The identifier of what was made, as the answer to its maker tells it. */
export function identifierMade({ answer: told }: Life, answer: WireAnswer): string | undefined {
  if (!isSuccessful(answer.status) || !isJson({ answer })) return undefined;
  const body = JSON.parse(answer.body.toString('utf8')) as Json;
  const identifier = valueAt(body, told.item + told.identifier);
  return typeof identifier === 'string' || typeof identifier === 'number' ? String(identifier) : undefined;
}
