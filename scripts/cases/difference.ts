import { isDeepStrictEqual } from 'node:util';
import { isObject, joinPointer } from '../json/pointer.ts';
import type { Change, RequestInputs } from '../model/case.ts';
import type { Json, JsonObject } from '../model/json.ts';

/** The change that makes `wanted` of `base`: whole sections, or their members where that is shorter to read. */
export function difference(base: RequestInputs, wanted: RequestInputs): Change {
  return diff({ base: base as JsonObject, wanted: wanted as JsonObject, pointer: '', depth: 2 });
}

interface Comparison {
  base: JsonObject;
  wanted: JsonObject;
  pointer: string;
  depth: number;
}

function diff({ base, wanted, pointer, depth }: Comparison): Change {
  const names = [...new Set([...Object.keys(base), ...Object.keys(wanted)])];
  const changes = names.flatMap((name) => {
    if (isDeepStrictEqual(base[name], wanted[name])) return [];
    return memberChange({ old: base[name], now: wanted[name], at: joinPointer(pointer, name), depth });
  });
  return merged(changes);
}

function memberChange(one: {
  old: Json | undefined;
  now: Json | undefined;
  at: string;
  depth: number;
}): Change {
  const { old, now, at, depth } = one;
  if (now === undefined) return { remove: [at] };
  const whole: Change = { set: { [at]: now } };
  if (!isObject(old) || !isObject(now) || depth <= 1) return whole;
  const inner = diff({ base: old, wanted: now, pointer: at, depth: depth - 1 });
  return JSON.stringify(inner).length < JSON.stringify(whole).length ? inner : whole;
}

function merged(changes: Change[]): Change {
  const set = Object.assign({}, ...changes.map((change) => change.set ?? {})) as Record<string, Json>;
  const remove = changes.flatMap((change) => change.remove ?? []);
  return {
    ...(Object.keys(set).length > 0 && { set }),
    ...(remove.length > 0 && { remove }),
  };
}
