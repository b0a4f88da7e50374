import { joinPointer, parsePointer, valueAt } from '../json/pointer.ts';
import type { JsonObject } from '../model/json.ts';
import type { Statement } from '../model/statement.ts';

/** What is not documented about a node: of the node itself, or of one keyword of it. */
interface Note {
  /** `''`: the node itself. */
  keyword: string;
  statement: Statement;
}

/** What is not documented, by the pointer of the node that it is said of. */
type EvidenceNotes = Map<string, Note[]>;

/**
 * The notes on schemas, by pointer. A schema in a component is written once and used in several places: a note stands
 * there only if the statement is documented in none of them.
 */
export function schemaNotes(document: JsonObject, statements: readonly Statement[]): EvidenceNotes {
  const relevant = statements.filter((statement) => isOfSchema(document, statement));
  const notes: EvidenceNotes = new Map();
  for (const [pointer, uses] of Map.groupBy(relevant, (statement) => statement.pointer)) {
    const [statement] = uses;
    if (!statement || uses.some(({ evidence }) => evidence === 'documented')) continue;
    const { target, keyword } = subjectOf(document, pointer, statement.kind);
    notes.set(target, [...(notes.get(target) ?? []), { keyword, statement }]);
  }
  return notes;
}

/** `required` is of a schema where it lists names; of a parameter or a header it is a boolean. */
function isOfSchema(document: JsonObject, { kind, pointer }: Statement): boolean {
  if (kind === 'required') return typeof valueAt(document, pointer) === 'string';
  return kind === 'property' || kind === 'keyword';
}

/** The node that a statement is about: of an entry of `required`, the property; of a keyword, its schema. */
function subjectOf(document: JsonObject, pointer: string, kind: Statement['kind']) {
  if (kind === 'property') return { target: pointer, keyword: '' };
  const tokens = parsePointer(pointer);
  if (kind === 'required') {
    const schema = joinPointer('', ...tokens.slice(0, -2));
    const target = joinPointer(schema, 'properties', String(valueAt(document, pointer)));
    return { target: valueAt(document, target) === undefined ? schema : target, keyword: 'required' };
  }
  const target = joinPointer('', ...tokens.slice(0, -1));
  // That a component is an object is what it takes to be one at all.
  const isWhole = wholeSchema.test(pointer) && valueAt(document, pointer) === 'object';
  return { target, keyword: isWhole ? '' : (tokens.at(-1) ?? '') };
}

const wholeSchema = /^\/components\/schemas\/[^/]+\/type$/;

/** The notes as lines of a JSDoc comment: a keyword's only where it says more than the node's own. */
export function noteLines(notes: readonly Note[] = []): string[] {
  const sayings = notes.flatMap(({ keyword, statement }) =>
    sayingsOf(statement).map((saying) => ({ keyword, ...saying })),
  );
  const own = sayings.filter(({ keyword }) => keyword === '').map(lineOf);
  const others = sayings.filter((saying) => saying.keyword !== '' && !own.includes(lineOf(saying)));
  const grouped = [...Map.groupBy(others, lineOf).values()].map(([first, ...rest]) => {
    const keywords = [first, ...rest].map((saying) => saying?.keyword).join(', ');
    return `${first?.tag} ${keywords}: ${first?.text}`;
  });
  return [...new Set([...own, ...grouped])];
}

interface Saying {
  tag: '@inferred' | '@conflict';
  text: string;
}

function lineOf({ tag, text }: Saying): string {
  return `${tag} ${text}`;
}

function sayingsOf({ conflicts, reason = '' }: Statement): Saying[] {
  if (!conflicts) return [{ tag: '@inferred', text: oneLine(reason) }];
  return conflicts.map(({ chosen, why }) => ({
    tag: '@conflict',
    text: oneLine(`${chosen.trim().replace(/\.$/, '')}: ${why}`),
  }));
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}
