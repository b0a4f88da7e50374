import type { Json } from '../../model/json.ts';
import { createMemberships, type Memberships } from './memberships.ts';
import { newIdentifier } from './newIdentifier.ts';
import { createRecordStore, type RecordStore } from './recordStore.ts';
import type { Seed } from './seed.ts';

/** What a mock with a memory holds for one API. */
export interface State {
  records: RecordStore;
  memberships: Memberships;
  /** An identifier that nothing of the resource has, of the form that the document's example has. */
  nextIdentifier(resource: string, example: Json | undefined): string | number;
}

/** As the document's examples have it. */
export function seededState(seeds: readonly Seed[]): State {
  const records = createRecordStore();
  const memberships = createMemberships();
  const numbers = new Map<string, number>();
  const count = (resource: string, identifier: string) => {
    const number = /^\d{1,15}$/.test(identifier) ? Number(identifier) : 1;
    numbers.set(resource, Math.max(numbers.get(resource) ?? 1, number));
  };
  for (const { resource, list, ...seed } of seeds) {
    const known = records.find(resource, seed);
    records.put(resource, {
      ...seed,
      ...known,
      parents: { ...known?.parents, ...seed.parents },
      // A list tells less of each than what is read by itself.
      members:
        list === undefined ? { ...known?.members, ...seed.members } : { ...seed.members, ...known?.members },
    });
    if (list !== undefined) memberships.add(list, seed.identifier);
    count(resource, seed.identifier);
  }
  return {
    records,
    memberships,
    nextIdentifier(resource, example) {
      for (;;) {
        count(resource, typeof example === 'number' ? String(example) : '');
        const number = (numbers.get(resource) ?? 1) + 1;
        numbers.set(resource, number);
        const identifier = newIdentifier(example, number);
        if (!records.find(resource, { identifier: String(identifier), parents: {} })) return identifier;
      }
    },
  };
}
