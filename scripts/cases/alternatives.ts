import { isDeepStrictEqual } from 'node:util';
import { applyChange } from '../json/applyChange.ts';
import { valueAt } from '../json/pointer.ts';
import type { Case, RequestInputs } from '../model/case.ts';
import type { Json } from '../model/json.ts';
import { type Choice, choicesOf } from './choices.ts';
import { addressOf, type CaseContext, type Deriver } from './context.ts';
import { difference } from './difference.ts';
import type { InputPlace } from './inputPlace.ts';
import { inputPlaces } from './inputPlaces.ts';
import { replacement } from './negative.ts';
import { oncePerTitle } from './oncePerTitle.ts';
import { placesOf } from './placesOf.ts';
import { problemsOf } from './problems.ts';

/** More branches of one operation's inputs are not tried out. */
const mostBranches = 24;
/** Once the branches have come to so many cases, those that follow are no more than accepted. */
const mostCases = 400;

interface Alternative {
  choice: Choice;
  place: InputPlace;
  context: CaseContext;
}

/**
 * The cases of each branch of `oneOf`, `anyOf` and `if` that the request does not take by itself: that it is accepted,
 * and, by the given derivers, whatever is said in it and not yet tried or broken. Their titles end in the branch's name.
 */
export function alternativeCases(context: CaseContext, known: Case[], derivers: Deriver[]): Case[] {
  const done = new Set(known.map(keyOf));
  const titles = new Set(known.map(({ title }) => title));
  const cases: Case[] = [];
  let unbroken = 0;
  for (const alternative of alternativesOf(context)) {
    cases.push(...accepted(context, alternative));
    if (cases.length > mostCases) {
      unbroken += 1;
      continue;
    }
    const derived = derivers.flatMap((derive) => derive(alternative.context));
    const fresh = derived.filter((one) => !done.has(keyOf(one)));
    for (const one of fresh) done.add(keyOf(one));
    cases.push(...fresh.map((one) => rebased(context, alternative, one)));
  }
  const fresh = oncePerTitle(cases).filter(({ title }) => !titles.has(title));
  return unbroken === 0 ? fresh : [...fresh, leftOut(unbroken)];
}

function leftOut(branches: number): Case {
  return {
    title: 'alternative left-out',
    kind: 'alternative',
    change: {},
    expectation: { outcome: 'accepted' },
    skip: `what ${branches} more branches say is not broken: there are too many cases`,
  };
}

/** What a case is about: one of each kind is enough for a statement. */
function keyOf({ kind, expectation }: Case): string {
  const { breaks, tries } = { breaks: undefined, tries: undefined, ...expectation };
  return `${kind} ${breaks ?? tries}`;
}

function accepted(
  { base, stories, operation, media }: CaseContext,
  { choice, place, context }: Alternative,
): Case[] {
  // A story that takes the branch is a case already.
  if (stories.some(({ inputs }) => isDeepStrictEqual(inputs, context.base))) return [];
  return [
    {
      title: `alternative ${place.label} ${choice.name}`,
      kind: 'alternative',
      change: difference(base, context.base),
      expectation: { outcome: 'accepted', tries: addressOf({ operation, media }, choice.keyword) },
    },
  ];
}

function rebased({ base }: CaseContext, { choice, context }: Alternative, one: Case): Case {
  return {
    ...one,
    title: one.title.endsWith(choice.name) ? one.title : `${one.title} ${choice.name}`,
    change: difference(base, applyChange(context.base, one.change)),
  };
}

/** A request for each branch, those within other branches included. */
function alternativesOf(context: CaseContext): Alternative[] {
  const seen = new Set<string>();
  const found: Alternative[] = [];
  const open = [context];
  for (let next = open.shift(); next && found.length < mostBranches; next = open.shift()) {
    const taken = [...inputPlaces(next.operation, next.base), ...placesOf(next)];
    for (const place of taken) {
      for (const choice of choicesOf(next.operation.document, place)) {
        if (choice.isTaken(place.value)) seen.add(choice.pointer);
      }
    }
    for (const place of placesOf(next)) {
      for (const choice of choicesOf(next.operation.document, place)) {
        if (seen.has(choice.pointer) || found.length >= mostBranches) continue;
        seen.add(choice.pointer);
        const inside = taking(next, place, choice);
        if (!inside) continue;
        found.push({ choice, place, context: inside });
        open.push(inside);
      }
    }
  }
  return found;
}

/** The context of a request in which an input takes a branch; `undefined` where none is found. */
function taking(context: CaseContext, place: InputPlace, choice: Choice): CaseContext | undefined {
  const { stories, maximal } = context;
  const told = stories
    .map(({ inputs }) => valueAt(inputs as Json, place.pointer))
    .filter((one) => one !== undefined);
  const requests = [...told, ...choice.candidates()]
    .filter(choice.isTaken)
    .flatMap((value) => [
      applyChange(context.base, replacement(context, place, value)),
      applyChange(maximal, { set: { [place.pointer]: value } }),
    ])
    .filter((inputs) => problemsOf(context.operation, inputs).length === 0);
  const [base] = requests;
  if (!base) return undefined;
  const size = (inputs: RequestInputs) => JSON.stringify(valueAt(inputs as Json, place.pointer)).length;
  const largest = requests.reduce((most, one) => (size(one) > size(most) ? one : most), base);
  return { ...context, base, maximal: largest, within: place.pointer };
}
