import { removeAt } from '../json/change.ts';
import { isObject, joinPointer, member } from '../json/pointer.ts';
import type { Json } from '../model/json.ts';
import type { SchemaPlace } from '../model/operation.ts';
import { allParts, namedMember } from '../validate/memberSchemas.ts';
import { requiredOf, type SchemaPart, typesOf } from '../validate/schemaParts.ts';
import { isForm, isJson } from './inputPlaces.ts';
import { limitsIn, tightest } from './limits.ts';
import { isReadOnly, requestErrors } from './requestErrors.ts';
import { sampleChoices } from './sample.ts';
import type { StatementView } from './statementView.ts';
import { viewedPlace } from './viewedPlace.ts';
import { isSendable, isXml, longestField, longestValue, mostItems } from './wireText.ts';

/** Whether the value travels as text, where every scalar is a string. */
export function isText({ parameter, media, down }: StatementView): boolean {
  if (parameter) return !isJson(parameter.mediaType ?? '');
  return media !== undefined && isForm(media.name) && down.length > 0;
}

/** Whether any text but one of its own is no value of the type. */
export function isReadFromText(type: string): boolean {
  return ['integer', 'number', 'boolean', 'null'].includes(type);
}

/** Whether a keyword holds a schema that asks for something of what no other one speaks of. */
export function appliesSchema(part: SchemaPart | undefined, keyword: string): boolean {
  const schema = part?.schema[keyword];
  const isRest = ['additionalProperties', 'unevaluatedProperties', 'unevaluatedItems'].includes(keyword);
  return isRest && isObject(schema) && Object.keys(schema).length > 0;
}

/** Of a member that only the server writes, or inside one; that it must be there included. */
export function isOfReadOnly({ operation, keyword, part, below, around, parts }: StatementView): boolean {
  if (
    keyword === 'readOnly' ||
    [...around.slice(1), parts].some((ones, index) => index + around.length > 0 && isReadOnly(ones))
  )
    return true;
  const name = member(part?.schema.required, below[0] ?? '');
  if (keyword !== 'required' || typeof name !== 'string') return false;
  return isReadOnly(allParts(operation.document, namedMember(parts, name)));
}

/** Of the body of a media type that is neither JSON nor a form: only a text can be held against a schema. */
export function isUnreadable({ media, part, down }: StatementView): boolean {
  if (!media || !part || isJson(media.name) || isForm(media.name)) return false;
  return isXml(media.name) || down.length > 0 || !typesOf([part]).concat('string').includes('string');
}

/** Whether only what is empty is below a limit, and that cannot be sent. */
export function isEmptyOnly(view: StatementView): boolean {
  const { keyword, part, media } = view;
  const limit = Number(part?.schema[keyword]);
  const empty = { minLength: '', minItems: [], minProperties: {} }[keyword];
  const place = empty === undefined || limit !== 1 ? undefined : viewedPlace(view);
  return (
    place !== undefined &&
    empty !== undefined &&
    !isSendable({ place, value: empty, contentType: media?.name })
  );
}

export function isTooLarge({ keyword, part, parameter }: StatementView): boolean {
  const limit = Number(part?.schema[keyword]);
  // The quotes of its JSON text count as well.
  if (/^(min|max)Length$/.test(keyword)) return limit + 1 > (parameter ? longestField : longestValue - 2);
  return /^(min|max)(Items|Properties|Contains)$/.test(keyword) && limit + 1 > mostItems;
}

/** What is said first is what is broken, or, of limits, the tightest. */
export function isRepeated(view: StatementView): boolean {
  const { keyword, part, parts, operation, below } = view;
  if (!part) return false;
  if (keyword === 'required') {
    const name = member(part.schema.required, below[0] ?? '');
    return typeof name === 'string' && !requiredOf(parts).get(name)?.pointer.startsWith(`${part.pointer}/`);
  }
  if (['type', 'format', 'pattern', 'const', 'enum'].includes(keyword)) {
    const said = JSON.stringify(part.schema[keyword]);
    const first = parts.find(({ schema }) => JSON.stringify(schema[keyword]) === said);
    return first !== undefined && first.pointer !== part.pointer;
  }
  const place = viewedPlace(view);
  const limits = place ? parts.flatMap((one) => limitsIn({ operation }, place, one)) : [];
  const kept = tightest(limits).find((one) => one.keyword === keyword);
  return kept !== undefined && !kept.statement.pointer.startsWith(`${part.pointer}/`);
}

/** Of what one branch asks for: whether a value of it without that is always of another one. */
export function isForOtherBranch({ keyword, part, below, places, operation }: StatementView): boolean {
  const [whole, ...others] = places;
  const branches = others.filter(({ pointer }) => /\/(oneOf|anyOf)\/\d+$/.test(pointer));
  const name = member(part?.schema.required, below[0] ?? '');
  if (keyword !== 'required' || typeof name !== 'string' || !whole || branches.length === 0) return false;
  const { document } = operation;
  const obeys = (value: Json, place: SchemaPlace) => requestErrors(document, place, value).length === 0;
  const samples = [whole, ...branches].flatMap((place) => sampleChoices(document, place, 'maximal'));
  const ofBranch = samples.filter((value) => places.every((place) => obeys(value, place)));
  return (
    ofBranch.length > 0 && ofBranch.every((value) => obeys(removeAt(value, joinPointer('', name)), whole))
  );
}

/** How many members an object has a description of. */
export function memberCount({ parts }: StatementView): number {
  const names = parts.flatMap(({ schema }) =>
    Object.keys(isObject(schema.properties) ? schema.properties : {}),
  );
  return new Set(names).size;
}
