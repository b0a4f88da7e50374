import { isObject, valueAt } from '../../../scripts/json/pointer.ts';
import type { Json } from '../../../scripts/model/json.ts';
import { parsedJson } from './jsonBody.ts';
import type { After } from './judgement.ts';

/** The identifiers in a list, as texts; `undefined` where the answer holds no list at its place. */
export function listedIdentifiers({ exchange, listed }: After): string[] | undefined {
  const body = exchange.response && parsedJson(exchange.response).value;
  const list = listed && body !== undefined ? valueAt(body, listed.list ?? '') : undefined;
  if (!listed || !Array.isArray(list)) return undefined;
  return list.flatMap((item) => {
    const identifier = valueAt(item, listed.item + listed.identifier);
    return typeof identifier === 'string' || typeof identifier === 'number' ? String(identifier) : [];
  });
}

/** An identifier that no double holds is known by its digits, and stands in a parsed list rounded. */
export function isListedThere(listed: string[] | undefined, identifier: string | number): boolean {
  const isLong = /^\d{16,}$/.test(String(identifier));
  return (listed ?? []).some(
    (one) => one === String(identifier) || (isLong && Number(one) === Number(identifier)),
  );
}

/** Names of parameters, and of members beside a list, by which a server shows a part of it at a time. */
const paging =
  /^(after|before|count|cursor|(current|last|next|prev|previous)_?(page|url)?|first|from|has_?more|limit|links?|max|meta|more|newest|offset|page(_?(no|num|number|size|token))?|pages|pagination|per_?page|size|skip|start|take|to|top|total(_?\w+)?)$/i;

/** Whether a list may be a part of what there is, as its operation is described or its answer looks. */
export function isPartial({ operation, exchange, listed }: After): boolean {
  const isAsked = operation.parameters.some((one) => one.in === 'query' && paging.test(one.name));
  const body: Json | undefined = exchange.response && parsedJson(exchange.response).value;
  const beside = listed?.list === '' || !isObject(body) ? [] : Object.keys(body);
  const isLinked = exchange.response?.headers.link?.some((value) => /rel="?next/i.test(value)) ?? false;
  return isAsked || isLinked || beside.some((name) => paging.test(name));
}
