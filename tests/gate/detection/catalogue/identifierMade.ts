import { valueAt } from '../../../../scripts/json/pointer.ts';
import type { Json } from '../../../../scripts/model/json.ts';
import type { Life } from '../../../../scripts/model/life.ts';
import type { WireAnswer } from '../../wire.ts';
import { isJson, isSuccessful } from '../answered.ts';
import type { Asked } from '../live/between.ts';

/** The identifier of what a request has made, as the answer to its maker tells it; none of any other request. */
export function identifierMade(
  { maker, answer: told }: Life,
  asked: Asked | undefined,
  answer: WireAnswer,
): string | undefined {
  if (!asked?.isOwn || asked.operation !== maker) return undefined;
  if (!isSuccessful(answer.status) || !isJson({ answer })) return undefined;
  const body = JSON.parse(answer.body.toString('utf8')) as Json;
  const identifier = valueAt(body, told.item + told.identifier);
  return typeof identifier === 'string' || typeof identifier === 'number' ? String(identifier) : undefined;
}
