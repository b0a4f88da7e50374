import { jsonType } from '../../../scripts/json/jsonType.ts';
import { parentPointer, valueAt } from '../../../scripts/json/pointer.ts';
import type { Finding, Undescribed } from '../../../scripts/model/finding.ts';
import type { Json } from '../../../scripts/model/json.ts';
import type { MediaType, Operation } from '../../../scripts/model/operation.ts';
import { faultWords } from './faultWords.ts';
import { describedJson } from './jsonBody.ts';
import { type Answered, type Check, finding } from './judgement.ts';
import type { JsonOddity, ParsedJson } from './parseJson.ts';
import { type SchemaFault, schemaFaults } from './schemaFaults.ts';
import { answerTo } from './sentences.ts';
import { shownSecrets } from './shownSecrets.ts';

/** A JSON body is JSON that everybody reads alike (RFC 8259), and obeys its schema. */
export const bodySchema: Check = (answered) => {
  const json = describedJson(answered);
  if (!json) return [];
  const { media, flaw, oddities } = json;
  if (flaw !== undefined) return [noJson(answered, media, flaw)];
  return [
    ...judgeValue(answered, json),
    ...oddities.map((oddity) => odd(answered, media, oddity)),
    ...shownSecrets(answered),
  ];
};

function noJson(answered: Answered, { name, pointer, usage }: MediaType, flaw: string): Finding {
  const { operation } = answered;
  return finding({
    check: 'body-schema',
    operation,
    stated: operation.statementAt(usage),
    message: `${answerTo(answered)}, but its body, called JSON, ${flaw}; the document says ${name}`,
    documentPointer: pointer,
    responsePointer: '/body',
  });
}

/** Only the RFC expects it. */
function odd(answered: Answered, media: MediaType, { pointer, flaw, says }: JsonOddity): Finding {
  return finding({
    check: 'body-schema',
    operation: answered.operation,
    evidence: 'protocol',
    message: `${answerTo(answered)}, but ${placeIn(pointer)} ${flaw}; JSON asks for ${says}`,
    documentPointer: media.pointer,
    responsePointer: `/body${pointer}`,
  });
}

function judgeValue(answered: Answered, { media, value }: ParsedJson & { media: MediaType }): Finding[] {
  const { operation } = answered;
  if (!media.schema || value === undefined) return [];
  return schemaFaults({ operation, place: media.schema, value }).map((fault) => {
    const { documentPointer, valuePointer } = fault.error;
    return finding({
      check: 'body-schema',
      operation,
      stated: fault.stated,
      alike: fault.alike,
      message: `${answerTo(answered)}, but ${placeIn(valuePointer)}${faultWords(operation.document, fault, value)}`,
      documentPointer,
      responsePointer: `/body${valuePointer}`,
      ...(fault.error.keyword === 'type' && { undescribed: [typeThatCame(operation, fault, value)] }),
    });
  });
}

function placeIn(pointer: string): string {
  return pointer ? `${pointer} in its body` : 'its body';
}

function typeThatCame({ document }: Operation, { error }: SchemaFault, value: Json): Undescribed {
  const came = valueAt(value, error.valuePointer) ?? null;
  const listed = [valueAt(document, error.documentPointer) ?? []].flat().map(String);
  return {
    kind: 'type',
    name: '',
    types: [jsonType(came)],
    listed,
    place: parentPointer(error.documentPointer),
  };
}
