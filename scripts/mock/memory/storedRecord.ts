import type { JsonObject } from '../../model/json.ts';

/** Something that the mock holds. */
export interface StoredRecord {
  /** As it stands in paths. */
  identifier: string;
  /** The identifiers of those that it is a part of, by resource: `/users/{}` of what is kept below `/users/7/meta/`. */
  parents: Readonly<Record<string, string>>;
  /** What is known of it, by the names of the document. */
  members: JsonObject;
  /** Whose it is, by each of their credentials; everybody's without it. */
  owners?: readonly string[];
  /** The key of the document's examples that tell of it (one key per story). */
  story?: string;
  /** When a request created it, in milliseconds of the clock; without it the document's examples did. */
  createdAt?: number;
  /** When a request changed it. */
  changedAt?: number;
}
