import { removeAt } from '../json/change.ts';
import { placeBelow } from '../json/placeBelow.ts';
import { isObject, joinPointer } from '../json/pointer.ts';
import type { Case, RequestInputs } from '../model/case.ts';
import type { Json } from '../model/json.ts';
import { brokenRule } from './brokenRule.ts';
import type { CaseContext } from './context.ts';
import { difference } from './difference.ts';
import { forbidden } from './forbidden.ts';
import type { InputPlace } from './inputPlace.ts';
import { inputPlaces } from './inputPlaces.ts';
import { memberLabel } from './memberLabel.ts';
import { negative } from './negative.ts';
import { oncePerTitle } from './oncePerTitle.ts';
import { placesOf } from './placesOf.ts';
import { problemsOf } from './problems.ts';
import { situationsOf } from './situations.ts';
import { invalidValue } from './tryValue.ts';

/**
 * Each input that a rule asks for because of another one (`dependentRequired`, `if`, a branch of `oneOf`) left out, in a
 * valid request in which the rule holds; each that must be equal to another one (`x-equals`), unequal; and each with a
 * value that `not` forbids, or of which a `oneOf` cannot tell the branch.
 */
export function conditional(context: CaseContext): Case[] {
  const left = situationsOf(context).flatMap((inputs) => leftOut(context, inputs));
  return oncePerTitle([...left, ...unequal(context), ...forbidden(context)]);
}

function leftOut(context: CaseContext, inputs: RequestInputs): Case[] {
  const { operation } = context;
  if (problemsOf(operation, inputs).length > 0) return [];
  const places = inputPlaces(operation, inputs).filter(({ pointer }) => pointer.startsWith('/body'));
  return places
    .filter(({ value }) => isObject(value))
    .flatMap((object) =>
      Object.keys(object.value as object).flatMap(
        (name) => withoutMember(context, { inputs, object, name }) ?? [],
      ),
    );
}

interface Member {
  inputs: RequestInputs;
  object: InputPlace;
  name: string;
}

function withoutMember(context: CaseContext, { inputs, object, name }: Member): Case | undefined {
  const rule = brokenRule(context, { inputs, object, name });
  if (!rule) return undefined;
  const without = removeAt(inputs as Json, joinPointer(object.pointer, name)) as RequestInputs;
  return negative(context, {
    kind: 'conditional',
    place: { ...object, label: memberLabel(object.label, name) },
    change: difference(context.base, without),
    breaks: rule.breaks,
    seenAt: rule.seenAt,
    detail: rule.reason,
    alone: true,
  });
}

function unequal(context: CaseContext): Case[] {
  return placesOf(context)
    .filter(({ pointer }) => pointer.startsWith('/body'))
    .flatMap((place) =>
      place.parts.flatMap((part) => {
        const sibling = part.schema['x-equals'];
        if (typeof sibling !== 'string') return [];
        const statement = placeBelow(part, 'x-equals');
        const trial = { place, statement, detail: `unlike ${sibling}`, values: others(place.value) };
        return invalidValue(context, { kind: 'conditional', ...trial }) ?? [];
      }),
    );
}

/** Of the same type and, one of them, of any length that may be. */
function others(value: Json): Json[] {
  if (typeof value === 'number') return [value + 1, value - 1];
  if (typeof value === 'boolean') return [!value];
  if (typeof value !== 'string') return [];
  return [`${value}x`, value.slice(0, -1), `x${value.slice(1)}`, `y${value.slice(1)}`];
}
