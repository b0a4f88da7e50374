import { CallError } from './errors.ts';

export type FormEntry = [name: string, value: string | Blob];

export interface FormOptions {
  /** Properties that the document sends as JSON text (OpenAPI 3.1 section 4.8.15, `contentType`). */
  jsonProperties?: readonly string[];
  /** What stands for true and for false; by default these words. */
  booleans?: Readonly<Record<'true' | 'false', string>> | undefined;
}

/**
 * The fields of a form body, multipart or urlencoded, in the order of its properties: an array is one field per item
 * under the property's own name (`images[]`), an object one per member (`meta[key]`), a Blob stays a Blob, null is the
 * empty text, and undefined is left out.
 * @throws {CallError} if the body is no object
 */
export function formEntries(body: unknown, { jsonProperties = [], booleans }: FormOptions = {}): FormEntry[] {
  if (typeof body !== 'object' || body === null || Array.isArray(body) || body instanceof Blob) {
    throw new CallError('the body of a form is an object, with a property for each field');
  }
  return Object.entries(body).flatMap(([name, value]) =>
    jsonProperties.includes(name) && value !== undefined
      ? [[name, JSON.stringify(value)] satisfies FormEntry]
      : entriesOf(name, value).map(([field, leaf]): FormEntry => [field, written(leaf, booleans)]),
  );
}

function written(leaf: string | boolean | Blob, booleans: FormOptions['booleans']): string | Blob {
  return typeof leaf === 'boolean' ? (booleans?.[`${leaf}`] ?? String(leaf)) : leaf;
}

function entriesOf(name: string, value: unknown): [name: string, leaf: string | boolean | Blob][] {
  if (value === undefined) return [];
  if (value === null) return [[name, '']];
  if (typeof value === 'boolean') return [[name, value]];
  if (typeof value !== 'object') return [[name, String(value)]];
  if (value instanceof Blob) return [[name, value]];
  if (isBytes(value)) return [[name, new Blob([value])]];
  if (Array.isArray(value))
    return value.flatMap((item, index) => entriesOf(itemName(name, item, index), item));
  if ('toJSON' in value && typeof value.toJSON === 'function') return entriesOf(name, value.toJSON());
  return Object.entries(value).flatMap(([key, member]) => entriesOf(`${name}[${key}]`, member));
}

/** Members of two objects in one array must not run into one another: `items[0][id]`. */
function itemName(name: string, item: unknown, index: number): string {
  const isPlainObject =
    typeof item === 'object' &&
    item !== null &&
    !(item instanceof Blob) &&
    !isBytes(item) &&
    !Array.isArray(item);
  return isPlainObject && !('toJSON' in item) && !name.endsWith('[]') ? `${name}[${index}]` : name;
}

function isBytes(value: unknown): value is ArrayBuffer | ArrayBufferView<ArrayBuffer> {
  return value instanceof ArrayBuffer || ArrayBuffer.isView(value);
}
