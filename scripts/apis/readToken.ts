import { isObject } from '../json/pointer.ts';
import type { Json } from '../model/json.ts';
import type { TokenSource } from '../model/securityScheme.ts';
import { text } from './readNode.ts';

/** `x-token`; `undefined` where there is none, or none that can be used (lint says so). */
export function readToken(value: Json | undefined): TokenSource | undefined {
  const source = readSource(value);
  if (!source || !isObject(value)) return undefined;
  return {
    ...source,
    endedBy: listOf(value.endedBy).map(text).filter(Boolean),
    replacedBy: listOf(value.replacedBy).flatMap((one) => readSource(one) ?? []),
  };
}

function readSource(value: Json | undefined): TokenSource['replacedBy'][number] | undefined {
  if (!isObject(value) || !text(value.operationId) || !text(value.value)) return undefined;
  return {
    operationId: text(value.operationId),
    value: text(value.value),
    ...(text(value.expires) && { expires: text(value.expires) }),
  };
}

function listOf(value: Json | undefined): Json[] {
  return Array.isArray(value) ? value : [];
}
