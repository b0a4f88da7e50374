import { isObject } from '../json/pointer.ts';
import { assertedFormats } from '../validate/assertedFormats.ts';
import { typesOf } from '../validate/schemaParts.ts';
import { canBreakAlone } from './canBreakAlone.ts';
import { isJson, isSpread } from './inputPlaces.ts';
import type { StatementView } from './statementView.ts';
import {
  appliesSchema,
  isEmptyOnly,
  isForOtherBranch,
  isOfReadOnly,
  isReadFromText,
  isRepeated,
  isText,
  isTooLarge,
  isUnreadable,
  memberCount,
} from './viewQuestions.ts';

interface UnbreakableRule {
  /** Why no request can break it: a sentence about `it`, the statement. */
  reason: string;
  holds(view: StatementView): boolean;
}

const numeric = new Set(['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf']);
const closing = new Set(['additionalProperties', 'unevaluatedProperties', 'propertyNames']);
const open = new Set(['additionalProperties', 'unevaluatedProperties', 'unevaluatedItems']);

/** What is left out on purpose, the more telling reasons first. Where none of them holds, some case breaks the statement. */
export const unbreakableRules: UnbreakableRule[] = [
  {
    reason: 'it says what may be there: only what is said of that can be broken',
    holds: ({ keyword, part, below, media, parameter }) =>
      part
        ? keyword === 'properties' && !isForbidden(part, below)
        : keyword === '' && !media && !(parameter?.token && parameter.in === 'path'),
  },
  {
    reason: 'whatever is sent is of this media type: only JSON and multipart forms can be malformed',
    holds: ({ keyword, part, media }) =>
      !part &&
      keyword === '' &&
      media !== undefined &&
      !isJson(media.name) &&
      media.name !== 'multipart/form-data',
  },
  {
    reason: 'without a part of the path, the path is another one',
    holds: ({ parameter, part, keyword }) => parameter?.in === 'path' && keyword === 'required' && !part,
  },
  {
    reason: 'it speaks of a token, which is put in when the request is sent',
    holds: ({ parameter, part, keyword }) =>
      parameter?.token !== undefined && (part !== undefined || keyword === 'required'),
  },
  {
    reason:
      'only the server writes it: what a client sends may be ignored (JSON Schema validation section 9.4)',
    holds: isOfReadOnly,
  },
  { reason: 'it speaks of answers', holds: ({ keyword }) => keyword === 'writeOnly' },
  {
    reason: 'a condition asserts nothing by itself',
    holds: ({ keyword, whole }) => keyword === 'if' || whole.includes('if'),
  },
  {
    reason: 'it is broken as a whole, by the keyword that it stands in',
    holds: ({ whole }) => whole.length > 0,
  },
  {
    reason: 'it is broken by what breaks the schemas in it',
    holds: ({ keyword, part }) =>
      keyword === 'anyOf' || keyword === 'dependentSchemas' || appliesSchema(part, keyword),
  },
  {
    reason: 'it allows whatever there is',
    holds: ({ keyword, part }) => open.has(keyword) && part?.schema[keyword] !== false,
  },
  {
    reason: 'XML and bytes are no JSON values: nothing says how a schema holds for them',
    holds: isUnreadable,
  },
  {
    reason: 'it is an annotation: nothing is asserted (JSON Schema validation section 8)',
    holds: ({ keyword }) => keyword === 'contentEncoding' || keyword === 'contentMediaType',
  },
  {
    reason: 'it is a hint, or a format that neither JSON Schema nor OpenAPI knows',
    holds: ({ keyword, part }) => keyword === 'format' && !assertedFormats.has(String(part?.schema.format)),
  },
  {
    reason: 'what travels as text can be read as a text, and as a list of one',
    holds: (view) =>
      view.keyword === 'type' && isText(view) && !typesOf(view.part ? [view.part] : []).every(isReadFromText),
  },
  {
    reason: 'a form is nothing but a list of fields, a text nothing but a text',
    holds: ({ keyword, media, down }) =>
      keyword === 'type' && media !== undefined && !isJson(media.name) && down.length === 0,
  },
  {
    reason: 'a number that travels as text can be read as a text, which is allowed as well',
    holds: (view) => isText(view) && numeric.has(view.keyword) && !typesOf(view.parts).every(isReadFromText),
  },
  {
    reason: 'nothing has a size below zero',
    holds: ({ keyword, part }) =>
      /^min(Length|Items|Properties|Contains)$/.test(keyword) && Number(part?.schema[keyword]) <= 0,
  },
  {
    reason: 'what is empty in a text or a form may count as absent',
    holds: isEmptyOnly,
  },
  {
    reason: 'its count says how many there must be, and is what is broken',
    holds: ({ keyword, part }) => keyword === 'contains' && part?.schema.minContains !== undefined,
  },
  {
    reason: 'what breaks it is too large to be sent: it would be refused for its size',
    holds: isTooLarge,
  },
  {
    reason: 'a member more would be a parameter more',
    holds: ({ parameter, keyword, down }) =>
      parameter !== undefined &&
      [
        down.length === 0,
        closing.has(keyword),
        !isJson(parameter.mediaType ?? ''),
        isSpread(parameter),
      ].every(Boolean),
  },
  {
    reason: 'the same, or a tighter limit, is stated of the same input elsewhere',
    holds: isRepeated,
  },
  {
    reason: 'an object that is written as text is not there without members',
    holds: (view) =>
      view.keyword === 'required' && view.part !== undefined && isText(view) && memberCount(view) <= 1,
  },
  {
    reason: 'without it, another branch is taken',
    holds: isForOtherBranch,
  },
  {
    reason: 'no value is of two of its branches: it is broken by what breaks these',
    holds: (view) => view.keyword === 'oneOf' && !canBreakAlone(view),
  },
  {
    reason: 'no value is known that can be sent, breaks it, and obeys what stands beside it',
    holds: (view) => !canBreakAlone(view),
  },
];

/** `properties: {x: false}` says that there is no `x`. */
function isForbidden({ schema: { properties } }: NonNullable<StatementView['part']>, [name = '']: string[]) {
  return isObject(properties) && Object.hasOwn(properties, name) && properties[name] === false;
}
