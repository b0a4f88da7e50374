import { parsePointer } from '../json/pointer.ts';
import type { Json } from '../model/json.ts';
import type { InputPlace } from './inputPlace.ts';
import { isForm, isJson } from './inputPlaces.ts';

/** Longer texts do not fit into the line or the header section that a usual server reads. In characters. */
export const longestField = 2000;
/** Above these a limit is not tried: the request would be refused for its size, and the generated test not be read. */
export const longestValue = 65_536;
export const mostItems = 200;

/** RFC 9110 section 5.5, ASCII only: what lies beyond is read in more than one way. */
const fieldValue = /^[\x21-\x7e]([\t\x20-\x7e]*[\x21-\x7e])?$/;
/** RFC 6265 section 4.1.1, `cookie-octet`. */
const cookieValue = /^[\x21\x23-\x2b\x2d-\x3a\x3c-\x5b\x5d-\x7e]+$/;

interface Sent {
  place: InputPlace;
  value: Json;
  /** Media type of the body. */
  contentType: string | undefined;
}

/**
 * Whether a value arrives as what it is. Left out by these rules: null in what is written as text; an empty path
 * parameter or a dot segment; what a header or a cookie cannot carry; in a body that is neither JSON nor a form, all but
 * a text; and what is empty in a text or a form and need not be there, since it may count as absent; in a list that is one text, what
 * separates its items; and XML, since a JSON value has no form in it.
 */
export function isSendable({ place, value, contentType = '' }: Sent): boolean {
  if (isTooLarge(value)) return false;
  const [, location = ''] = place.pointer.split('/');
  if (location === 'body') return fitsBody({ place, value, contentType });
  if (place.inJson) return fitsField(location, JSON.stringify(value));
  if (value === null || (isEmpty(value) && !isCertain(place))) return false;
  const text = textOf(value);
  const isWhole = place.delimiter === undefined || parsePointer(place.pointer).length === 2;
  return (isWhole || !text.includes(place.delimiter ?? '')) && fitsField(location, text);
}

function fitsBody({ place, value, contentType = '' }: Sent): boolean {
  if (isJson(contentType)) return true;
  if (isForm(contentType)) return value !== null && (!isEmpty(value) || isCertain(place));
  return place.pointer === '/body' && typeof value === 'string' && value !== '' && !isXml(contentType);
}

export function isXml(mediaType: string): boolean {
  return /[/+]xml\s*(;|$)/i.test(mediaType);
}

/** Empty or absent, a required input is refused either way; an item of a list is no input of its own. */
function isCertain({ required, isItem }: InputPlace): boolean {
  return required !== undefined && !isItem;
}

function fitsField(location: string, text: string): boolean {
  if (text.length > longestField) return false;
  if (location === 'path') return !['', '.', '..'].includes(text);
  if (location === 'header') return fieldValue.test(text);
  return location !== 'cookie' || cookieValue.test(text);
}

export function isEmpty(value: Json): boolean {
  return value === '' || (typeof value === 'object' && value !== null && Object.keys(value).length === 0);
}

function isTooLarge(value: Json): boolean {
  const count = typeof value === 'object' && value !== null ? Object.keys(value).length : 0;
  return count > mostItems || (JSON.stringify(value)?.length ?? 0) > longestValue;
}

function textOf(value: Json): string {
  return typeof value === 'object' && value !== null
    ? Object.values(value).map(textOf).join()
    : String(value);
}

/** What else a text may be read as: `4` is a number and a string. */
export function otherReadings({ asText }: Pick<InputPlace, 'asText'>, value: Json): Json[] {
  if (!asText) return [];
  if (typeof value === 'number' || typeof value === 'boolean') return [String(value)];
  if (typeof value !== 'string') return [];
  if (/^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/.test(value)) return [Number(value)];
  return value === 'true' || value === 'false' ? [value === 'true'] : [];
}
