import { validatorOf } from '../../../scripts/validate/validator.ts';
import { describedJson } from './jsonBody.ts';
import type { Check } from './judgement.ts';
import { evidenceOf, finding, nameOf } from './judgement.ts';

/** A JSON body is JSON, and obeys its schema. */
export const bodySchema: Check = (answered) => {
  const { operation, response, described } = answered;
  const json = describedJson(answered);
  if (!json) return [];
  if (json.value === undefined) {
    const message = `${nameOf(operation)} sent a body with ${response.status} that is not JSON, although it says so.`;
    const { pointer } = json.media;
    const evidence = evidenceOf(operation, pointer, described?.usage);
    return [
      finding({
        check: 'body-schema',
        evidence,
        message,
        documentPointer: pointer,
        responsePointer: '/body',
      }),
    ];
  }
  const { value, media } = json;
  if (!media.schema) return [];
  const errors = validatorOf(operation.document).errors(media.schema.pointer, value);
  return errors.map((error) =>
    finding({
      check: 'body-schema',
      evidence: evidenceOf(operation, error.documentPointer, media.usage),
      message: `${nameOf(operation)} sent a body with ${response.status} in which ${error.valuePointer || 'the whole'} ${error.message}.`,
      documentPointer: error.documentPointer,
      responsePointer: `/body${error.valuePointer}`,
    }),
  );
};
