import { isDeepStrictEqual } from 'node:util';
import { applyChange } from '../json/applyChange.ts';
import { joinPointer } from '../json/pointer.ts';
import type { Case, CaseKind, Change } from '../model/case.ts';
import type { Json } from '../model/json.ts';
import type { Place } from '../model/place.ts';
import { addressOf, type CaseContext } from './context.ts';
import { difference } from './difference.ts';
import type { InputPlace } from './inputPlace.ts';
import { inputPlaces } from './inputPlaces.ts';
import { negative, replacement } from './negative.ts';
import { problemsOf } from './problems.ts';
import { isEmpty, isSendable, otherReadings } from './wireText.ts';

interface Trial {
  kind: CaseKind;
  place: InputPlace;
  /** The statement that is tried out, or broken. */
  statement: Place;
  /** Where the validator tells that it is broken, if not there. */
  seenAt?: string;
  /** The last words of the title. */
  detail: string;
  /** The first that serves is taken. */
  values: Json[];
}

/** A case that must be accepted, with the first value that our own validator accepts; `undefined` where none is. */
export function validValue(context: CaseContext, trial: Trial): Case | undefined {
  const { kind, place, statement, detail, values } = trial;
  const { operation, base } = context;
  for (const value of values.filter((one) => arrives(context, place, one) && isThere(place, one))) {
    const change = waysToPut(context, place, value).find(
      (one) => problemsOf(operation, applyChange(base, one)).length === 0,
    );
    // What changes nothing is the case `example`.
    if (!change || isDeepStrictEqual(applyChange(base, change), base)) continue;
    return {
      title: `${kind} ${place.label} ${detail}`,
      kind,
      change,
      expectation: { outcome: 'accepted', tries: addressOf(context, statement) },
    };
  }
  return undefined;
}

/** A case that must be refused, with the first value that breaks the statement alone, however it is read; see `negative`. */
export function invalidValue(context: CaseContext, trial: Trial): Case | undefined {
  const { kind, place, statement, detail, values, seenAt = statement.pointer } = trial;
  for (const value of values.filter((one) => arrives(context, place, one))) {
    if (!isRefusedHoweverRead(context, place, value)) continue;
    for (const change of waysToPut(context, place, value)) {
      const found = negative(context, {
        kind,
        place,
        change,
        breaks: statement,
        seenAt,
        detail,
        alone: true,
      });
      if (found) return found;
    }
  }
  return undefined;
}

function arrives({ base, maximal }: CaseContext, place: InputPlace, value: Json): boolean {
  return isSendable({ place, value, contentType: base.contentType ?? maximal.contentType });
}

/** What is empty in a text may count as absent: whether it is accepted then, the document does not say. */
function isThere(place: InputPlace, value: Json): boolean {
  return !place.asText || !isEmpty(value);
}

function isRefusedHoweverRead(context: CaseContext, place: InputPlace, value: Json): boolean {
  return otherReadings(place, value).every(
    (reading) =>
      problemsOf(context.operation, applyChange(context.base, replacement(context, place, reading))).length >
      0,
  );
}

/** In the base request; in the one with every input, for what is allowed only beside others; with what must equal it. */
function waysToPut(context: CaseContext, place: InputPlace, value: Json): Change[] {
  const { base, maximal } = context;
  const whole = applyChange(maximal, { set: { [place.pointer]: value } });
  const twins = twinsOf(context, place).map((pointer) => [pointer, value]);
  const plain = replacement(context, place, value);
  return [
    plain,
    ...(twins.length > 0 ? [{ set: { ...plain.set, ...Object.fromEntries(twins) } }] : []),
    difference(base, whole),
  ];
}

/** The members beside an input that must be equal to it (`x-equals`). */
function twinsOf({ operation, maximal }: CaseContext, { pointer, parts }: InputPlace): string[] {
  const cut = pointer.lastIndexOf('/');
  const [parent, name] = [pointer.slice(0, cut), pointer.slice(cut)];
  const equalTo = (others: InputPlace['parts']) =>
    others.flatMap(({ schema }) => {
      const sibling = schema['x-equals'];
      return typeof sibling === 'string' ? [joinPointer('', sibling)] : [];
    });
  const own = equalTo(parts).map((sibling) => parent + sibling);
  if (!pointer.startsWith('/body/')) return own;
  const others = inputPlaces(operation, maximal).filter(
    (one) => one.pointer !== pointer && one.pointer.startsWith(`${parent}/`),
  );
  const back = others.filter((one) => equalTo(one.parts).includes(name)).map((one) => one.pointer);
  return [...new Set([...own, ...back])];
}
