import { isObject, valueAt } from '../json/pointer.ts';
import type { Case } from '../model/case.ts';
import type { Json } from '../model/json.ts';
import type { CaseContext } from './context.ts';
import type { InputPlace } from './inputPlace.ts';
import { isForm } from './inputPlaces.ts';
import { negative, removal } from './negative.ts';
import { oncePerTitle } from './oncePerTitle.ts';
import { placesOf } from './placesOf.ts';

/**
 * Each required input left out, of the base request and of what is optional in it. A path parameter cannot be: the path
 * would be another one; nor can the only field of a form that need not be there: nothing is written of a form without
 * fields.
 */
export function missing(context: CaseContext): Case[] {
  const places = [...placesOf(context, context.base), ...placesOf(context)];
  return oncePerTitle(
    places

      .filter(({ pointer }) => !pointer.startsWith('/path/') && (context.first || pointer !== '/body'))
      .flatMap((place) => withoutInput(context, place) ?? []),
  );
}

function withoutInput(context: CaseContext, place: InputPlace): Case | undefined {
  if (!place.required || isLastText(context, place) || isWholeForm(context, place)) return undefined;
  const change = removal(context, place);
  return negative(context, { kind: 'missing', place, change, breaks: place.required });
}

/** An object that is written as text and has no members left is not there at all. */
function isLastText({ maximal }: CaseContext, { pointer, asText }: InputPlace): boolean {
  const above = valueAt(maximal as Json, pointer.slice(0, pointer.lastIndexOf('/')));
  return asText && pointer.split('/').length > 3 && isObject(above) && Object.keys(above).length <= 1;
}

function isWholeForm({ operation, base }: CaseContext, { pointer }: InputPlace): boolean {
  if (!isForm(base.contentType ?? '') || operation.requestBody?.required || !isObject(base.body))
    return false;
  return pointer.startsWith('/body/') && Object.keys(base.body).length === 1;
}
