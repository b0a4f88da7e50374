import { count } from '../../../../scripts/cli/count.ts';
import { isObject } from '../../../../scripts/json/pointer.ts';
import type { Undescribed } from '../../../../scripts/model/finding.ts';
import type { Json, JsonObject } from '../../../../scripts/model/json.ts';
import type { DriftEntry } from './gatherDrift.ts';

type Change = (entry: DriftEntry, reason: string) => JsonObject;

/** What is to be added at the place of each. */
const changes: Record<Undescribed['kind'], Change> = {
  field: ({ name, types = [] }, reason) => ({
    properties: { [name]: { ...typed(types), 'x-inferred': reason } },
  }),
  header: ({ name }, reason) => ({
    headers: { [name]: { schema: { type: 'string' }, 'x-inferred': reason } },
  }),
  'media-type': ({ name }, reason) => ({
    content: {
      [name]: { ...(name.startsWith('text/') && { schema: { type: 'string' } }), 'x-inferred': reason },
    },
  }),
  status: ({ name }, reason) => ({
    responses: { [name]: { description: 'Seen; what it says is not known.', 'x-inferred': reason } },
  }),
  // What it adds to is marked already: a type that a source states is no drift.
  type: ({ types = [], listed = [] }) => typed([...listed, ...types]),
};

/**
 * What the document has to say so that entries of one place are no drift any more, to be merged into the object there. It is
 * marked as inferred: that one server does so is no source.
 */
export function changeFor(entries: DriftEntry[]): JsonObject {
  return entries
    .map((entry) =>
      changes[entry.kind](entry, `Seen in ${count(entry.cases, 'answer')} of a server; no source states it.`),
    )
    .reduce(merged, {});
}

function merged(one: JsonObject, other: JsonObject): JsonObject {
  const changed = Object.entries(other).map(([name, value]): [string, Json] => {
    const own = Object.hasOwn(one, name) ? one[name] : undefined;
    return [name, isObject(own) && isObject(value) ? merged(own, value) : value];
  });
  return Object.fromEntries([...Object.entries(one), ...changed]);
}

/** A whole number is a number (JSON Schema 2020-12 core section 4.2.1). */
function typed(types: string[]): JsonObject {
  const distinct = [...new Set(types)].filter((type) => type !== 'integer' || !types.includes('number'));
  return distinct.length === 0 ? {} : { type: distinct.length === 1 ? (distinct[0] ?? '') : distinct };
}
