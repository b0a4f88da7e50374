import type { Json } from '../../model/json.ts';
import type { StoredRecord } from './storedRecord.ts';

type Query = Readonly<Record<string, string | string[]>>;

/** What the names of query parameters mean for a list, as far as names tell. */
const meanings = {
  limit: /^(\$?top|limit|per_?page|page_?size|size|first|max_?results|count)$/i,
  offset: /^(\$?skip|offset|start|start_?index)$/i,
  page: /^(page|page_?number)$/i,
  search: /^(q|query|search|term|keyword)$/i,
  sort: /^(sort|sort_?by|order_?by|\$orderby)$/i,
  newest: /^(newest|latest)$/i,
} as const;

type Meaning = keyof typeof meanings;

/**
 * The records that a query asks for: those that have the value of each parameter that is called as a member of theirs, and
 * of these the page, in the order, that parameters of usual names ask for. What is asked for by other names is all the same.
 * @param described names of the query parameters that the document has; others mean nothing
 * @returns the page, and how many there are on all
 */
export function listing(
  records: readonly StoredRecord[],
  { query, described }: { query: Query; described: readonly string[] },
): { page: StoredRecord[]; total: number } {
  const asked = described.flatMap((name) => {
    const value = query[name] ?? query[name.replace(/\[\]$/, '')];
    return value === undefined ? [] : [{ name, values: [value].flat() }];
  });
  const has = (name: string) => records.some(({ members }) => Object.hasOwn(members, name));
  const wished = (meaning: Meaning) =>
    asked.find(({ name }) => meanings[meaning].test(name) && !has(name))?.values[0];
  const filters = asked.filter(({ name }) => has(name));
  const search = wished('search');
  const found = records
    .filter(({ members }) => filters.every(({ name, values }) => isOneOf(members[name], values)))
    .filter(({ members }) => search === undefined || mentions(members, search));
  const ordered = sorted(found, wished('sort'));
  const newest = wished('newest') === 'true' ? ordered.slice(-1) : ordered;
  return { page: pageOf(newest, wished), total: newest.length };
}

function isOneOf(value: Json | undefined, wanted: readonly string[]): boolean {
  if (Array.isArray(value)) return value.some((one) => isOneOf(one, wanted));
  return value !== undefined && wanted.includes(String(value));
}

function mentions(value: Json, text: string): boolean {
  if (typeof value === 'object' && value !== null)
    return Object.values(value).some((one) => mentions(one, text));
  return String(value).toLowerCase().includes(text.toLowerCase());
}

/** `name`, `-name`, `name:desc` or `name desc`; what no record has orders nothing. */
function sorted(records: readonly StoredRecord[], wish: string | undefined): StoredRecord[] {
  const [, minus, name = '', direction] = /^(-?)([\w.]+)(?:[ :,](asc|desc))?$/i.exec(wish ?? '') ?? [];
  const sign = minus === '-' || direction?.toLowerCase() === 'desc' ? -1 : 1;
  if (!records.some(({ members }) => Object.hasOwn(members, name))) return [...records];
  return records.toSorted((a, b) => sign * compare(a.members[name] ?? null, b.members[name] ?? null));
}

function compare(a: Json, b: Json): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return String(a) < String(b) ? -1 : Number(String(a) !== String(b));
}

function pageOf(
  records: readonly StoredRecord[],
  wished: (meaning: Meaning) => string | undefined,
): StoredRecord[] {
  const limit = count(wished('limit'));
  const page = count(wished('page'));
  const start =
    count(wished('offset')) ?? (page === undefined ? 0 : Math.max(page - 1, 0) * (limit ?? pageSize));
  const length = limit ?? (page === undefined ? undefined : pageSize);
  return records.slice(start, length === undefined ? undefined : start + length);
}

/** Of a document that lets one name a page and not its size. */
const pageSize = 20;

function count(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : undefined;
}
