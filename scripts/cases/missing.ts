import type { Case } from '../model/case.ts';
import type { CaseContext } from './context.ts';
import { type InputPlace, inputPlaces } from './inputPlaces.ts';
import { negative } from './negative.ts';

/** Each required input of the base request left out. A path parameter cannot be: the path would be another one. */
export function missing(context: CaseContext): Case[] {
  return inputPlaces(context.operation, context.base)
    .filter(({ pointer }) => !pointer.startsWith('/path/') && (context.first || pointer.startsWith('/body/')))
    .flatMap((place) => withoutInput(context, place) ?? []);
}

function withoutInput(context: CaseContext, place: InputPlace): Case | undefined {
  if (!place.required) return undefined;
  const change = { remove: place.pointer === '/body' ? ['/contentType', '/body'] : [place.pointer] };
  return negative(context, { kind: 'missing', place, change, breaks: place.required });
}
