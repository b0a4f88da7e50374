/**
 * A place in a document, addressed twice: `pointer` is the JSON pointer of the node itself, inside a component where a
 * `$ref` led there; `usage` is the JSON pointer as seen from the operation, passing transparently through `$ref`s.
 */
export interface Place {
  pointer: string;
  usage: string;
}
