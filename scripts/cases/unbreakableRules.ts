import { isObject } from '../json/pointer.ts';
import type { Json } from '../model/json.ts';
import { assertedFormats } from '../validate/assertedFormats.ts';
import { requiredOf, schemaParts, subschema, typesOf } from '../validate/schemaParts.ts';
import { canBreakAlone } from './canBreakAlone.ts';
import { isForm, isJson, isSpread } from './inputPlaces.ts';
import { isReadOnly } from './requestErrors.ts';
import type { StatementView } from './statementView.ts';
import { isXml, longestField, longestValue, mostItems } from './wireText.ts';

interface Rule {
  /** Why no request can break it. */
  reason: string;
  holds(view: StatementView): boolean;
}

/** What is left out on purpose, the more telling reasons first. Whatever none of them holds for, some case breaks. */
export const unbreakableRules: Rule[] = [
  {
    reason: 'it says what may be there: only what is said of it can be broken',
    holds: ({ keyword, part, media }) =>
      (keyword === '' && (!media || !isWritten(media.name))) || isOpenProperty({ keyword, part }),
  },
  {
    reason: 'without a part of the path, the path is another one',
    holds: ({ parameter, part, keyword }) => parameter?.in === 'path' && keyword === 'required' && !part,
  },
  {
    reason: 'it carries a token, which is put in when the request is sent',
    holds: ({ parameter }) => parameter?.token !== undefined,
  },
  {
    reason:
      'only the server writes it: what a client sends may be ignored (JSON Schema validation section 9.4)',
    holds: (view) => view.keyword === 'readOnly' || isWithinReadOnly(view),
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
      keyword === 'anyOf' || keyword === 'dependentSchemas' || holdsSchema(part?.schema[keyword], keyword),
  },
  {
    reason: 'it allows whatever there is',
    holds: ({ keyword, part }) =>
      keyword.startsWith('uneval') || keyword === 'additionalProperties'
        ? part?.schema[keyword] !== false
        : false,
  },
  {
    reason: 'XML and bytes are no JSON values: nothing says how a schema holds for them',
    holds: ({ media, part, keyword, down }) =>
      part !== undefined &&
      media !== undefined &&
      !isWritten(media.name) &&
      (isXml(media.name) || down.length > 0 || keyword === 'type' || !typesOf([part]).includes('string')),
  },
  {
    reason: 'an annotation: nothing is asserted (JSON Schema validation section 8)',
    holds: ({ keyword }) => keyword === 'contentEncoding' || keyword === 'contentMediaType',
  },
  {
    reason: 'a hint, or a format that is not in JSON Schema or OpenAPI',
    holds: ({ keyword, part }) => keyword === 'format' && !assertedFormats.has(String(part?.schema.format)),
  },
  {
    reason: 'what travels as text can be read as a text, and as a list of one',
    holds: (view) => view.keyword === 'type' && isText(view) && !typesOf(asPart(view)).every(isReadType),
  },
  {
    reason: 'a form is nothing but a list of fields',
    holds: ({ keyword, media, down }) =>
      keyword === 'type' && media !== undefined && isForm(media.name) && down.length === 0,
  },
  {
    reason: 'a number that travels as text can be read as a text, which is allowed as well',
    holds: (view) => isText(view) && numeric.has(view.keyword) && !typesOf(view.parts).every(isReadType),
  },
  {
    reason: 'nothing has a size below zero',
    holds: ({ keyword, part }) =>
      /^min(Length|Items|Properties|Contains)$/.test(keyword) && Number(part?.schema[keyword]) <= 0,
  },
  {
    reason: 'none need be contained',
    holds: ({ keyword, part }) => keyword === 'contains' && Number(part?.schema.minContains ?? 1) <= 0,
  },
  {
    reason: 'its count says how many there must be, and is what is broken',
    holds: ({ keyword, part }) => keyword === 'contains' && part?.schema.minContains !== undefined,
  },
  {
    reason: 'what breaks it is too large to be sent: it would be refused for its size',
    holds: (view) => isTooLarge(view),
  },
  {
    reason: 'a member more would be a parameter more',
    holds: ({ parameter, keyword, down }) =>
      parameter !== undefined &&
      down.length === 0 &&
      closing.has(keyword) &&
      !isJson(parameter.mediaType ?? '') &&
      isSpread(parameter),
  },
  {
    reason: 'the same is said of the same input elsewhere',
    holds: (view) => isRepeated(view),
  },
  {
    reason: 'an object that is written as text is not there without members',
    holds: (view) =>
      view.keyword === 'required' && view.part !== undefined && isText(view) && membersOf(view) <= 1,
  },
  {
    reason: 'no value is known that breaks it, can be sent, and obeys what stands beside it',
    holds: (view) => !canBreakAlone(view),
  },
];

const numeric = new Set(['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf']);
const closing = new Set(['additionalProperties', 'unevaluatedProperties', 'propertyNames']);

/** Whether a media type can be malformed, as forms and JSON can. */
function isWritten(mediaType: string): boolean {
  return isJson(mediaType) || isForm(mediaType);
}

function isOpenProperty({ keyword, part }: Pick<StatementView, 'keyword' | 'part'>): boolean {
  return keyword === 'properties' && part !== undefined;
}

function holdsSchema(value: Json | undefined, keyword: string): boolean {
  const isApplied = keyword.startsWith('uneval') || keyword === 'additionalProperties';
  return isApplied && isObject(value) && Object.keys(value).length > 0;
}

function isWithinReadOnly({ around, parts, operation, keyword, part, down }: StatementView): boolean {
  if (keyword === 'required' && part) return false;
  return down.length > 0 && [...around.slice(1), parts].some(isReadOnly) && operation !== undefined;
}

/** Of a number or a boolean: any text but its own is wrong. */
function isReadType(type: string): boolean {
  return type === 'integer' || type === 'number' || type === 'boolean' || type === 'null';
}

function asPart({ part }: StatementView) {
  return part ? [part] : [];
}

function isText({ parameter, media, down }: StatementView): boolean {
  if (parameter) return !isJson(parameter.mediaType ?? '');
  return media !== undefined && isForm(media.name) && down.length > 0;
}

function isTooLarge({ keyword, part, parameter }: StatementView): boolean {
  const limit = Number(part?.schema[keyword]);
  if (keyword === 'minLength' || keyword === 'maxLength')
    return limit + 1 > (parameter ? longestField : longestValue - 2);
  return /^(min|max)(Items|Properties|Contains)$/.test(keyword) && limit + 1 > mostItems;
}

/** What is said first is what is broken. */
function isRepeated({ keyword, part, parts, operation }: StatementView): boolean {
  if (!part || !['type', 'format', 'pattern', 'const', 'enum'].includes(keyword)) return false;
  const first = parts.find(
    ({ schema }) => JSON.stringify(schema[keyword]) === JSON.stringify(part.schema[keyword]),
  );
  return first !== undefined && first.pointer !== part.pointer && operation !== undefined;
}

function membersOf({ parts }: StatementView): number {
  return new Set(
    parts.flatMap(({ schema }) => Object.keys(isObject(schema.properties) ? schema.properties : {})),
  ).size;
}
