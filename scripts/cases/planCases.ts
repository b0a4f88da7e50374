import type { CasePlan, DerivedKind } from '../model/case.ts';
import type { MediaType, Operation } from '../model/operation.ts';
import { badCredentials } from './badCredentials.ts';
import { badFormat } from './badFormat.ts';
import { boundary } from './boundary.ts';
import { conditional } from './conditional.ts';
import type { CaseContext, Deriver } from './context.ts';
import { documentedStatus } from './documentedStatus.ts';
import { enumValue } from './enumValue.ts';
import { example } from './example.ts';
import { maximalInputs } from './extents.ts';
import { malformedBody } from './malformedBody.ts';
import { maximal } from './maximal.ts';
import { mediaType } from './mediaType.ts';
import { minimal } from './minimal.ts';
import { missing } from './missing.ts';
import { noCredentials } from './noCredentials.ts';
import { notInEnum } from './notInEnum.ts';
import { nullInstead } from './nullInstead.ts';
import { optional } from './optional.ts';
import { outOfBounds } from './outOfBounds.ts';
import { siblingsOf } from './siblingsOf.ts';
import { storiesOf } from './stories.ts';
import { undocumentedMediaType } from './undocumentedMediaType.ts';
import { undocumentedMethod } from './undocumentedMethod.ts';
import { unknownResource } from './unknownResource.ts';
import { wrongScheme } from './wrongScheme.ts';
import { wrongType } from './wrongType.ts';

/** The one list of case kinds, in the order in which they are written. */
const derivers: Record<DerivedKind, Deriver> = {
  example,
  minimal,
  maximal,
  optional,
  'enum-value': enumValue,
  boundary,
  'media-type': mediaType,
  missing,
  'wrong-type': wrongType,
  'out-of-bounds': outOfBounds,
  'not-in-enum': notInEnum,
  'bad-format': badFormat,
  null: nullInstead,
  'malformed-body': malformedBody,
  'undocumented-media-type': undocumentedMediaType,
  conditional,
  'no-credentials': noCredentials,
  'bad-credentials': badCredentials,
  'wrong-scheme': wrongScheme,
  'undocumented-method': undocumentedMethod,
  'unknown-resource': unknownResource,
  'documented-status': documentedStatus,
};

/**
 * Every case of an operation, one plan per media type of its body. The same document gives the same plans.
 * @param operations all operations of the API: those of the same path decide which methods are undocumented
 */
export function planCases(operation: Operation, operations: Operation[]): CasePlan[] {
  const siblings = siblingsOf(operation, operations);
  const media: (MediaType | undefined)[] = operation.requestBody?.content ?? [];
  return (media.length > 0 ? media : [undefined]).map((one, index) =>
    planFor({ operation, siblings, media: one, first: index === 0 }),
  );
}

function planFor(given: Pick<CaseContext, 'operation' | 'siblings' | 'media' | 'first'>): CasePlan {
  const { operation, media, first } = given;
  const stories = storiesOf(operation, media);
  const base = stories[0]?.inputs ?? {};
  const context: CaseContext = {
    ...given,
    stories,
    base,
    maximal: maximalInputs({ operation, media, stories }, base),
  };
  return {
    operationId: operation.operationId,
    ...(!first && media && { as: media.name }),
    base,
    cases: Object.values(derivers).flatMap((derive) => derive(context)),
  };
}
