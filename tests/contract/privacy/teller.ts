import { isSecretName } from '../../../scripts/apis/privateNames.ts';
import type { ReceivedResponse } from '../../../scripts/model/exchange.ts';
import type { Operation } from '../../../scripts/model/operation.ts';
import type { SchemaPart } from '../../../scripts/validate/schemaParts.ts';
import { standardHeaders } from '../checks/standardHeaders.ts';
import type { Redactor } from '../redact.ts';
import { isFieldName } from './isFieldName.ts';
import { isUsualType } from './isUsualType.ts';
import { repeatsValue } from './repeatsValue.ts';
import { tracesOf } from './tracesOf.ts';
import { hasUsualWords } from './usualWords.ts';
import { vocabularyOf } from './vocabularyOf.ts';

/** Decides what of one exchange with a live server may be told. */
export interface Teller {
  /** `--show-values`: values are shown that the document describes, and nothing calls private. */
  showsValues: boolean;
  redactor: Redactor;
  /** Whether a name may be told: one of the document, or one that looks like a field's and has no trace of a private value. */
  mayName(name: string): boolean;
  /** The same where the document is silent, of headers and of bodies that it does not describe: of known words alone. */
  mayNameUnasked(name: string): boolean;
  /** The same of a key where the document lets any be: it is data, like a value. */
  mayNameKey(key: string): boolean;
  /** Whether a media type may be told: one of the document, or one that everybody knows. */
  mayNameType(mediaType: string): boolean;
  /** Whether a text has a trace of a private value of this exchange. */
  hasTrace(text: string): boolean;
  /** Whether a field of this name, which these schema objects describe, is private: its value is never shown. */
  isPrivate(name: string, parts: SchemaPart[]): boolean;
  /** Whether it is a credential, of which not even the length is told. */
  isSecret(name: string, parts: SchemaPart[]): boolean;
}

interface Told {
  operation: Operation;
  redactor: Redactor;
  showsValues: boolean;
  response: ReceivedResponse | undefined;
  /** Private values of the exchange, beside the secrets of the run. */
  values: string[];
}

export function tellerOf({ operation, redactor, showsValues, response, values }: Told): Teller {
  const { names, words, mediaTypes, pieces } = vocabularyOf(operation.document);
  let traces: ((text: string) => boolean) | undefined;
  const hasTrace = (text: string) => {
    traces ??= tracesOf({ values: [...values, ...redactor.secrets().keys()], told: pieces });
    return traces(text);
  };
  const isKnown = (name: string) => names.has(name.toLowerCase()) || standardHeaders.has(name.toLowerCase());
  const repeats = repeatsValue(response);
  const looksHarmless = (name: string) => isFieldName(name) && !repeats(name) && !hasTrace(name);
  return {
    showsValues,
    redactor,
    hasTrace,
    mayName: (name) => isKnown(name) || looksHarmless(name),
    mayNameUnasked: (name) => isKnown(name) || (hasUsualWords(name, words) && looksHarmless(name)),
    mayNameType: (type) => mediaTypes.has(type) || isUsualType(type),
    mayNameKey: (key) => isKnown(key) || (showsValues && looksHarmless(key)),
    isPrivate: (name, parts) => markOf(parts) ?? redactor.isPrivate(name),
    isSecret: (name, parts) => isWritten(parts) || (isSecretName(name) && redactor.isPrivate(name)),
  };
}

/** What the document says of a place; a mark counts more than what a name says. */
function markOf(parts: SchemaPart[]): boolean | undefined {
  const marks = parts.map(({ schema }) => schema['x-sensitive']);
  if (marks.includes(true)) return true;
  if (marks.includes(false)) return false;
  return isWritten(parts) ? true : undefined;
}

/** A password, or what is only ever written (JSON Schema validation section 9.4). */
function isWritten(parts: SchemaPart[]): boolean {
  return parts.some(({ schema }) => schema.format === 'password' || schema.writeOnly === true);
}
