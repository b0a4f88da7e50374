import type { Operation } from '../../model/operation.ts';
import type { SchemaPart } from '../../validate/schemaParts.ts';
import { oneLine } from '../oneLine.ts';

/** A statement at a usage pointer, and what to call it beside the thing that it is about; `''`: the thing itself. */
export interface Claim {
  usage: string;
  about: string;
}

/** Nothing of what is documented; of each other statement its evidence and the reason, each once. */
export function evidenceText(operation: Operation, ...claims: Claim[]): string {
  const notes = claims.flatMap(({ usage, about }) => {
    const { evidence, reason = '', conflicts = [] } = operation.statementAt(usage);
    if (evidence === 'documented') return [];
    const why =
      evidence === 'inferred' ? reason : conflicts.map(({ chosen, why }) => `${chosen} — ${why}`).join(' ');
    return [{ about, note: `${evidence}: ${oneLine(why)}` }];
  });
  const whole = new Set(notes.filter(({ about }) => about === '').map(({ note }) => note));
  // What is said of the whole is not said again of its parts.
  const own = notes.filter(({ about, note }) => about === '' || !whole.has(note));
  return own.map(({ about, note }) => `[${about && `${about}, `}${note}]`).join(' ');
}

/** The statements that the keywords of a schema make: those of its properties are made elsewhere. */
export function keywordClaims(parts: readonly SchemaPart[]): Claim[] {
  return parts.flatMap(({ schema, usage }) =>
    Object.keys(schema)
      .filter((keyword) => !elsewhere.has(keyword) && !keyword.startsWith('x-'))
      .map((keyword) => ({ usage: `${usage}/${keyword}`, about: keyword })),
  );
}

const elsewhere = new Set([
  ...['properties', 'required', 'items', 'description', 'title', 'example', 'examples', '$ref'],
  ...['allOf', 'anyOf', 'oneOf'],
]);
