import type { CasePlan, DerivedKind } from '../model/case.ts';
import type { MediaType, Operation } from '../model/operation.ts';
import { alternativeCases } from './alternatives.ts';
import { badCredentials } from './badCredentials.ts';
import { badFormat } from './badFormat.ts';
import { boundary } from './boundary.ts';
import { conditional } from './conditional.ts';
import type { CaseContext, Deriver } from './context.ts';
import { createdIsPrivate } from './createdIsPrivate.ts';
import { createdIsReadable } from './createdIsReadable.ts';
import { deletedIsGone } from './deletedIsGone.ts';
import { documentedStatus } from './documentedStatus.ts';
import { enumValue } from './enumValue.ts';
import { example } from './example.ts';
import { maximalInputs } from './extents.ts';
import { malformedBody } from './malformedBody.ts';
import { maximal } from './maximal.ts';
import { mediaType } from './mediaType.ts';
import { methodsAt } from './methodsAt.ts';
import { minimal } from './minimal.ts';
import { missing } from './missing.ts';
import { noCredentials } from './noCredentials.ts';
import { notInEnum } from './notInEnum.ts';
import { nullInstead } from './nullInstead.ts';
import { optional } from './optional.ts';
import { otherTypes } from './otherTypes.ts';
import { outOfBounds } from './outOfBounds.ts';
import { siblingsOf } from './siblingsOf.ts';
import { storiesOf } from './stories.ts';
import { undocumentedField } from './undocumentedField.ts';
import { undocumentedMediaType } from './undocumentedMediaType.ts';
import { undocumentedMethod } from './undocumentedMethod.ts';
import { unknownResource } from './unknownResource.ts';
import { updatedIsVisible } from './updatedIsVisible.ts';
import { withValidBase } from './withValidBase.ts';
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
  // Of another type; those of other branches follow at the end.
  alternative: otherTypes,
  missing,
  'wrong-type': wrongType,
  'out-of-bounds': outOfBounds,
  'not-in-enum': notInEnum,
  'bad-format': badFormat,
  null: nullInstead,
  'malformed-body': malformedBody,
  'undocumented-media-type': undocumentedMediaType,
  'undocumented-field': undocumentedField,
  conditional,
  'no-credentials': noCredentials,
  'bad-credentials': badCredentials,
  'wrong-scheme': wrongScheme,
  'undocumented-method': undocumentedMethod,
  'unknown-resource': unknownResource,
  'documented-status': documentedStatus,
  'created-is-readable': createdIsReadable,
  'created-is-private': createdIsPrivate,
  'updated-is-visible': updatedIsVisible,
  'deleted-is-gone': deletedIsGone,
};

/** The kinds that depend on which branch of a choice the inputs take. */
const inBranches = [
  enumValue,
  boundary,
  otherTypes,
  missing,
  wrongType,
  outOfBounds,
  notInEnum,
  badFormat,
  nullInstead,
  undocumentedField,
  conditional,
];

/**
 * Every case of an operation, one plan per media type of its body. The same document gives the same plans.
 * @param operations all operations of the API: those that a path's requests may be for decide which methods are undocumented,
 * and others tell what is left behind
 */
export function planCases(operation: Operation, operations: Operation[]): CasePlan[] {
  const siblings = siblingsOf(operation, operations);
  const methods = methodsAt(operation, operations);
  const media: (MediaType | undefined)[] = operation.requestBody?.content ?? [];
  return (media.length > 0 ? media : [undefined]).map((one, index) =>
    planFor({ operation, operations, siblings, methods, media: one, first: index === 0 }),
  );
}

function planFor(
  given: Pick<CaseContext, 'operation' | 'operations' | 'siblings' | 'methods' | 'media' | 'first'>,
): CasePlan {
  const { operation, media, first } = given;
  const stories = storiesOf(operation, media);
  const base = stories[0]?.inputs ?? {};
  const context: CaseContext = {
    ...given,
    stories,
    base,
    maximal: maximalInputs({ operation, media, stories }, base),
  };
  const cases = Object.values(derivers).flatMap((derive) => derive(context));
  return {
    operationId: operation.operationId,
    ...(!first && media && { as: media.name }),
    base,
    cases: withValidBase(context, [...cases, ...alternativeCases(context, cases, inBranches)]),
  };
}
