import { applyChange } from '../json/applyChange.ts';
import { removeAt, setAt } from '../json/change.ts';
import { joinPointer, parsePointer, valueAt } from '../json/pointer.ts';
import type { Case, CaseKind, Change, RequestInputs } from '../model/case.ts';
import type { Json } from '../model/json.ts';
import type { Place } from '../model/place.ts';
import { addressOf, type CaseContext } from './context.ts';
import type { InputPlace } from './inputPlace.ts';
import { openedProblems, openingsOf } from './openings.ts';
import { type Problem, problemsOf } from './problems.ts';

interface Breakage {
  kind: CaseKind;
  place: InputPlace;
  change: Change;
  /** The statement that is meant to break. */
  breaks: Place;
  /** Where the validator tells of it, if not there: of `minContains` at `contains`. */
  seenAt?: string;
  /** The last words of the title, where an input has several cases of the kind. */
  detail?: string;
  /** Whether no other keyword may be broken at the same place or just above. */
  alone?: boolean;
}

/**
 * A case that must be refused, if the change breaks what it is meant to break and nothing elsewhere: our own validator
 * accepts the base request, and refuses the changed one for that statement. `undefined` where it does not.
 */
export function negative(context: CaseContext, breakage: Breakage): Case | undefined {
  const { kind, place, change, breaks, seenAt = breaks.pointer, detail, alone = false } = breakage;
  const { operation, base } = context;
  if (!isValid(context)) return undefined;
  const problems = openedProblems(operation, applyChange(base, change), openingsOf(place, breaks));
  const meant = problems.some(({ documentPointer }) => documentPointer === seenAt);
  const elsewhere = problems.some(
    (problem) =>
      !isEcho(problem) &&
      !(alone
        ? isSame(problem, { pointer: place.pointer, seenAt })
        : isAtOrJustAbove(problem.pointer, place.pointer)),
  );
  if (!meant || elsewhere) return undefined;
  return {
    title: [kind, place.label, ...(detail === undefined ? [] : [detail])].join(' '),
    kind,
    change,
    expectation: { outcome: 'refused', breaks: addressOf(context, breaks) },
  };
}

const valid = new WeakMap<RequestInputs, boolean>();

/** Asked once of each base request, not once a case. */
function isValid({ operation, base }: CaseContext): boolean {
  const known = valid.get(base) ?? problemsOf(operation, base).length === 0;
  valid.set(base, known);
  return known;
}

/** A missing member is reported at the object that lacks it. */
function isAtOrJustAbove(pointer: string, target: string): boolean {
  return pointer === target || pointer === target.slice(0, target.lastIndexOf('/'));
}

/** The same keyword at the same place: a limit may be stated twice. */
function isSame(problem: Problem, { pointer, seenAt }: { pointer: string; seenAt: string }): boolean {
  return problem.pointer === pointer && lastToken(problem.documentPointer) === lastToken(seenAt);
}

function lastToken(pointer: string): string {
  return pointer.slice(pointer.lastIndexOf('/'));
}

/** Whatever is changed of two members that must be equal, they no longer are: the fault is in the one changed. */
function isEcho({ documentPointer }: Problem): boolean {
  return documentPointer.endsWith('/x-equals');
}

/** The change that leaves out an input; what is around it comes along where the base lacks it. */
export function removal(context: CaseContext, { pointer }: InputPlace): Change {
  if (pointer === '/body') return { remove: ['/contentType', '/body'] };
  if (valueAt(context.base as Json, pointer) !== undefined) return { remove: [pointer] };
  const above = missingAbove(context, pointer);
  const whole = above && valueAt(context.maximal as Json, above);
  return whole === undefined ? {} : { set: { [above ?? '']: removeAt(whole, pointer.slice(above?.length)) } };
}

/** The outermost input around another one that has to come along: the base lacks it, or, a list, an item of it. */
function missingAbove({ base }: CaseContext, pointer: string): string | undefined {
  const tokens = parsePointer(pointer);
  for (let depth = 2; depth <= tokens.length; depth += 1) {
    const above = joinPointer('', ...tokens.slice(0, depth));
    if (valueAt(base as Json, above) !== undefined) continue;
    const parent = joinPointer('', ...tokens.slice(0, depth - 1));
    if (Array.isArray(valueAt(base as Json, parent))) return parent;
    return depth < tokens.length ? above : undefined;
  }
  return undefined;
}

/** The change that puts a value in place of an input; where the base lacks what is around it, that comes along. */
export function replacement(context: CaseContext, { pointer }: InputPlace, value: Json): Change {
  const above = missingAbove(context, pointer);
  if (above === undefined) return { set: { [pointer]: value } };
  const whole = valueAt(context.maximal as Json, above) ?? null;
  return { set: { [above]: setAt(whole, pointer.slice(above.length), value) } };
}
