import { isRef, type Oas3Rule, type UserContext } from '@redocly/openapi-core';
import { isObject, parsePointer } from '../../scripts/json/pointer.ts';
import { follow, type Spot } from './follow.ts';
import { isStatement } from './isStatement.ts';
import { marks } from './markFaults.ts';
import { refusedBesideRef, refusedOn } from './markPlaces.ts';
import { reportFaults } from './reportFaults.ts';
import type { Fault } from './shape.ts';

/**
 * The evidence marks `x-inferred` and `x-conflict` are well-formed, stand where every tool passes them on, and name
 * statements that exist: a mark that points nowhere would leave a guess standing as documented.
 */
export const evidenceMarks: Oas3Rule = () => {
  let root: Spot | undefined;
  return {
    any: {
      enter(node: unknown, context: UserContext) {
        const spot = { node, location: context.location };
        if (context.type.name === 'Root') root = spot;
        reportMarks({ spot, root, refusal: refusedOn, context });
      },
    },
    ref: {
      enter(node, context) {
        const spot = { node, location: context.location };
        reportMarks({ spot, root, refusal: refusedBesideRef, context });
      },
    },
  };
};

interface Marked {
  readonly spot: Spot;
  readonly root: Spot | undefined;
  /** Why a mark may not stand there at all. */
  readonly refusal: typeof refusedOn;
  readonly context: UserContext;
}

function reportMarks(marked: Marked): void {
  const { spot, context } = marked;
  for (const mark of marksOf(spot, context)) {
    reportFaults(faultsOf(mark, marked), { report: context.report, location: spot.location });
  }
}

/** The marks on a node; inside an extension's value there is none, only data. */
function marksOf({ node }: Spot, { type }: UserContext): string[] {
  if (!isObject(node) || type.name === 'SpecExtension') return [];
  return Object.keys(marks).filter((mark) => Object.hasOwn(node, mark));
}

function faultsOf(mark: string, marked: Marked): Fault[] {
  const { spot, refusal, context } = marked;
  const refused = refusal(context.type, mark);
  if (refused) return [{ message: refused, at: [mark] }];
  const { faults = [], places = [] } = marks[mark]?.(isObject(spot.node) ? spot.node[mark] : undefined) ?? {};
  const misplaced = places.flatMap(({ pointer, at }) => {
    const message = pointerFault(pointer, marked);
    return message ? [{ message, at }] : [];
  });
  return [...faults, ...misplaced];
}

function pointerFault(pointer: string, { spot, root, context }: Marked): string | undefined {
  if (pointer.startsWith('/'))
    return `A relative pointer has no leading slash: \`${pointer.replace(/^\/+/, '')}\`.`;
  if (/~(?![01])/.test(pointer)) return `In \`${pointer}\`, write "~" as ~0 and "/" as ~1 (RFC 6901).`;
  const tokens = pointer === '' ? [] : parsePointer(`/${pointer}`);
  const from = inheritsSecurity(spot, tokens, context) && root ? root : spot;
  const end = follow(from, tokens, context.resolve);
  if ('missing' in end)
    return `\`${pointer}\` leads nowhere: there is no \`${end.missing}\`. ${listPresent(end.present)}`;
  if (isStatement(tokens)) return undefined;
  const present = listPresent(isObject(end.node) ? Object.keys(end.node) : []);
  return `\`${pointer}\` is no statement, so that the mark has no effect. ${present}`;
}

function listPresent(keys: readonly string[]): string {
  const present = keys
    .filter((key) => key !== '$ref')
    .map((key) => key.replaceAll('~', '~0').replaceAll('/', '~1'));
  return present.length > 0 ? `There: ${present.join(', ')}.` : 'Nothing is below it.';
}

/** `security/<i>` of an operation that has none of its own means the document's. */
function inheritsSecurity({ node }: Spot, [first]: readonly string[], { type }: UserContext): boolean {
  return (
    type.name === 'Operation' &&
    first === 'security' &&
    isObject(node) &&
    !isRef(node) &&
    !('security' in node)
  );
}
