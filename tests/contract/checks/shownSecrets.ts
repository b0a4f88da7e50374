import { joinPointer } from '../../../scripts/json/pointer.ts';
import type { Finding } from '../../../scripts/model/finding.ts';
import { describedValues } from './describedValues.ts';
import { describedJson } from './jsonBody.ts';
import { type Answered, finding } from './judgement.ts';
import { mentions } from './mentions.ts';
import { answerTo } from './sentences.ts';

/**
 * Members of an answer that are only ever written: `writeOnly` (JSON Schema validation section 9.4), a password say. Of the
 * items of a list the first is told.
 */
export function shownSecrets(answered: Answered): Finding[] {
  const { operation } = answered;
  const { document } = operation;
  if (!mentions(document, 'writeOnly')) return [];
  const json = describedJson(answered);
  if (json?.value === undefined || !json.media.schema) return [];
  const places = [json.media.schema];
  const told = new Map<string, Finding>();
  for (const { pointer, parts } of describedValues({ document, places, value: json.value })) {
    const part = parts.find((one) => one.schema.writeOnly === true);
    if (!part || pointer === '' || told.has(part.usage)) continue;
    const message = `${answerTo(answered)}, but its body shows ${pointer}; the document says that it is only written`;
    const stated = operation.statementAt(joinPointer(part.usage, 'writeOnly'));
    const responsePointer = `/body${pointer}`;
    told.set(part.usage, finding({ check: 'body-schema', operation, stated, message, responsePointer }));
  }
  return [...told.values()];
}
