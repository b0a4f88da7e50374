/**
 * The `paths` of a document that calls properties `readOnly` or `writeOnly`, without openapi-typescript's marks for them:
 * requests lack the ones, responses the others.
 */
export type Unmarked<Paths> = {
  [Path in keyof Paths]: { [Method in keyof Paths[Path]]: UnmarkedOperation<Paths[Path][Method]> };
};

type UnmarkedOperation<Operation> = Operation extends { responses: unknown }
  ? {
      [Key in keyof Operation]: Key extends 'requestBody'
        ? Writable<Operation[Key]>
        : Key extends 'responses'
          ? Readable<Operation[Key]>
          : Operation[Key];
    }
  : Operation;

/** What a response holds: all but what the document calls `writeOnly` (openapi-typescript's `$Write`). */
type Readable<T> = T extends { readonly $read: infer Inner }
  ? Readable<Inner>
  : T extends Blob
    ? T
    : T extends (infer Item)[]
      ? Readable<Item>[]
      : T extends object
        ? { [Key in keyof T as Marked<T[Key], '$write'> extends true ? never : Key]: Readable<T[Key]> }
        : T;

/** What a request may hold: all but what the document calls `readOnly` (openapi-typescript's `$Read`). */
type Writable<T> = T extends { readonly $write: infer Inner }
  ? Writable<Inner>
  : T extends Blob
    ? T
    : T extends (infer Item)[]
      ? Writable<Item>[]
      : T extends object
        ? { [Key in keyof T as Marked<T[Key], '$read'> extends true ? never : Key]: Writable<T[Key]> }
        : T;

type Marked<T, Mark extends string> = [NonNullable<T>] extends [never]
  ? false
  : NonNullable<T> extends { readonly [Key in Mark]: unknown }
    ? true
    : false;
