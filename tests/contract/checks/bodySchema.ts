import type { Finding } from '../../../scripts/model/finding.ts';
import type { Json } from '../../../scripts/model/json.ts';
import type { SchemaPlace } from '../../../scripts/model/operation.ts';
import type { SchemaError } from '../../../scripts/validate/schemaErrors.ts';
import { usageOfError } from '../../../scripts/validate/usageOfError.ts';
import { validatorOf } from '../../../scripts/validate/validator.ts';
import { describedJson } from './jsonBody.ts';
import type { Answered, Check } from './judgement.ts';
import { evidenceAt, finding, nameOf } from './judgement.ts';

/** A JSON body is JSON, and obeys its schema. */
export const bodySchema: Check = (answered) => {
  const { operation, response } = answered;
  const json = describedJson(answered);
  if (!json) return [];
  if (json.value === undefined) {
    return [
      finding({
        check: 'body-schema',
        evidence: evidenceAt(operation, json.media.usage),
        message: `${nameOf(operation)} sent a body with ${response.status} that is not JSON, although it says so.`,
        documentPointer: json.media.pointer,
        responsePointer: '/body',
      }),
    ];
  }
  const { value, media } = json;
  return media.schema ? judgeValue({ answered, place: media.schema, value }) : [];
};

interface Sent {
  answered: Answered;
  place: SchemaPlace;
  value: Json;
}

/** A keyword that is broken in many places is told once for each way in which the schema comes to hold there. */
function judgeValue(sent: Sent): Finding[] {
  const { document } = sent.answered.operation;
  const errors = validatorOf(document).errors(sent.place.pointer, sent.value);
  const usages = new Map<string, string>();
  const usageOf = (error: SchemaError) => {
    // Items of a list have their schema in common.
    const likeness = `${error.documentPointer} ${error.valuePointer.replace(/\/\d+(?=\/|$)/g, '/*')}`;
    const usage = usages.get(likeness) ?? usageOfError({ document, ...sent }, error) ?? sent.place.usage;
    usages.set(likeness, usage);
    return usage;
  };
  return [...Map.groupBy(errors, usageOf)].flatMap(([usage, alike]) => judgeKeyword(sent, usage, alike));
}

function judgeKeyword({ answered }: Sent, usage: string, [first, ...others]: SchemaError[]): Finding[] {
  if (!first) return [];
  const { operation, response } = answered;
  const at = first.valuePointer || 'the whole';
  const more = others.length > 0 ? ` (and ${others.length} more of its kind)` : '';
  return [
    finding({
      check: 'body-schema',
      evidence: evidenceAt(operation, usage),
      message: `${nameOf(operation)} sent a body with ${response.status} in which ${at} ${first.message}${more}.`,
      documentPointer: first.documentPointer,
      responsePointer: `/body${first.valuePointer}`,
    }),
  ];
}
