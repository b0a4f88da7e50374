import { isObject } from '../json/pointer.ts';
import type { Case } from '../model/case.ts';
import type { CaseContext } from './context.ts';
import { type InputPlace, inputPlaces, isForm } from './inputPlaces.ts';
import { negative } from './negative.ts';

/**
 * Each required input of the base request left out. A path parameter cannot be: the path would be another one; nor can the
 * only field of a form that need not be there: nothing is written of a form without fields.
 */
export function missing(context: CaseContext): Case[] {
  return inputPlaces(context.operation, context.base)
    .filter(({ pointer }) => !pointer.startsWith('/path/') && (context.first || pointer.startsWith('/body/')))
    .flatMap((place) => withoutInput(context, place) ?? []);
}

function withoutInput(context: CaseContext, place: InputPlace): Case | undefined {
  if (!place.required || isWholeForm(context, place)) return undefined;
  const change = { remove: place.pointer === '/body' ? ['/contentType', '/body'] : [place.pointer] };
  return negative(context, { kind: 'missing', place, change, breaks: place.required });
}

function isWholeForm({ operation, base }: CaseContext, { pointer }: InputPlace): boolean {
  if (!isForm(base.contentType ?? '') || operation.requestBody?.required || !isObject(base.body))
    return false;
  return pointer.startsWith('/body/') && Object.keys(base.body).length === 1;
}
