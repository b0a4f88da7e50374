import { isObject } from '../json/pointer.ts';
import type { Json } from '../model/json.ts';
import type { TokenSource } from '../model/securityScheme.ts';
import { text } from './readNode.ts';

/** `x-token`; `undefined` where there is none, or none that can be used (lint says so). */
export function readToken(value: Json | undefined): TokenSource | undefined {
  if (!isObject(value) || !text(value.operationId) || !text(value.value)) return undefined;
  const endedBy = Array.isArray(value.endedBy) ? value.endedBy.map(text).filter(Boolean) : [];
  return {
    operationId: text(value.operationId),
    value: text(value.value),
    ...(text(value.expires) && { expires: text(value.expires) }),
    endedBy,
  };
}
