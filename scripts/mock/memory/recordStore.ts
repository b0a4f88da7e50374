import type { StoredRecord } from './storedRecord.ts';

/** Which record is meant. */
export interface Wanted {
  identifier: string;
  /** Identifiers by resource; those of which a record knows nothing do not count. */
  parents: Readonly<Record<string, string>>;
}

/** The records of one API, by resource. */
export interface RecordStore {
  find(resource: string, wanted: Wanted): StoredRecord | undefined;
  /** All, the oldest first. */
  all(resource: string): StoredRecord[];
  /** In place of one with the same identifier and parents. */
  put(resource: string, record: StoredRecord): void;
  /** In the place of another, whose parts become its own. */
  replace(resource: string, old: StoredRecord, record: StoredRecord): void;
  /** With everything that is a part of it. */
  remove(resource: string, record: StoredRecord): void;
}

/**
 * @param most how many records that requests created are kept
 * @param mostBytes how long their members may be altogether, as JSON; beyond either the oldest is forgotten, with everything
 * that is a part of it
 */
export function createRecordStore({ most = 10_000, mostBytes = 64 * 1024 * 1024 } = {}): RecordStore {
  const byResource = new Map<string, Map<string, StoredRecord[]>>();
  /** The oldest first. */
  const created = new Map<StoredRecord, { resource: string; bytes: number }>();
  let bytes = 0;

  const recordsOf = (resource: string) => {
    const records = byResource.get(resource) ?? new Map<string, StoredRecord[]>();
    byResource.set(resource, records);
    return records;
  };
  const all = (resource: string) => [...recordsOf(resource).values()].flat();
  const unaccount = (record: StoredRecord) => {
    bytes -= created.get(record)?.bytes ?? 0;
    created.delete(record);
  };
  const partsOf = (resource: string, { identifier }: StoredRecord) =>
    [...byResource.keys()].flatMap((name) =>
      all(name).flatMap((part) => (part.parents[resource] === identifier ? [[name, part] as const] : [])),
    );
  const drop = (resource: string, record: StoredRecord) => {
    const records = recordsOf(resource);
    const others = (records.get(record.identifier) ?? []).filter((one) => one !== record);
    if (others.length > 0) records.set(record.identifier, others);
    else records.delete(record.identifier);
    unaccount(record);
  };
  const remove = (resource: string, record: StoredRecord) => {
    drop(resource, record);
    for (const [name, part] of partsOf(resource, record)) remove(name, part);
  };
  const find = (resource: string, wanted: Wanted) =>
    recordsOf(resource)
      .get(wanted.identifier)
      ?.find(({ parents }) => isWithin(parents, wanted.parents));

  const account = (resource: string, record: StoredRecord) => {
    if (record.createdAt === undefined) return;
    const length = JSON.stringify(record.members).length;
    created.set(record, { resource, bytes: length });
    bytes += length;
    for (const [oldest, at] of created) {
      if (created.size <= most && bytes <= mostBytes) break;
      remove(at.resource, oldest);
    }
  };
  const put = (resource: string, record: StoredRecord) => {
    const { identifier } = record;
    const others = (recordsOf(resource).get(identifier) ?? []).filter(
      ({ parents }) => !isWithin(parents, record.parents),
    );
    const old = find(resource, record);
    if (old) unaccount(old);
    // An identifier that stands already keeps its place in the order.
    recordsOf(resource).set(identifier, [...others, record]);
    account(resource, record);
  };

  return {
    find,
    all,
    put,
    replace(resource, old, record) {
      if (old.identifier !== record.identifier) drop(resource, old);
      put(resource, record);
      if (old.identifier === record.identifier) return;
      for (const [name, part] of partsOf(resource, old)) {
        put(name, { ...part, parents: { ...part.parents, [resource]: record.identifier } });
        drop(name, part);
      }
    },
    remove,
  };
}

function isWithin(own: StoredRecord['parents'], wanted: Wanted['parents']): boolean {
  return Object.entries(wanted).every(([name, identifier]) => (own[name] ?? identifier) === identifier);
}
