import { valueAt } from '../../../scripts/json/pointer.ts';
import type { ReceivedResponse } from '../../../scripts/model/exchange.ts';
import type { Json } from '../../../scripts/model/json.ts';
import type { ResourceAnswer } from '../../../scripts/model/resource.ts';
import type { Identifier } from './instance.ts';

type Reviver = (key: string, value: Json, context: { source?: string }) => Json;

/** The identifier that an answer tells: of what was made, or of the first in a list. */
export function identifierIn(response: ReceivedResponse, answer: ResourceAnswer): Identifier | undefined {
  const body = exactJson(response);
  if (body === undefined) return undefined;
  const list = answer.list === undefined ? [body] : valueAt(body, answer.list);
  const [first] = Array.isArray(list) ? list : [];
  const value = first === undefined ? undefined : valueAt(first, answer.item + answer.identifier);
  return isIdentifier(value) ? value : undefined;
}

export function isIdentifier(value: Json | undefined): value is Identifier {
  return typeof value === 'number' || (typeof value === 'string' && value !== '');
}

/** An integer that no double holds is kept as text: what stands in a path must be the same, to the last digit. */
export function exactJson({ body }: ReceivedResponse): Json | undefined {
  const exact: Reviver = (_, value, { source = '' }) =>
    typeof value === 'number' && /^-?\d+$/.test(source) && !Number.isSafeInteger(value) ? source : value;
  try {
    return JSON.parse(new TextDecoder().decode(body), exact as (key: string, value: Json) => Json) as Json;
  } catch {
    return undefined;
  }
}
