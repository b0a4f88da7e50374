import type { Json } from '../../scripts/model/json.ts';

/** A published page, or a part of it: where a reader can check a fact. */
export interface Source {
  document: string;
  section: string;
}

/** What must be found at a fact's address. */
export type Want =
  | { kind: 'present' }
  | { kind: 'equal'; value: Json }
  /** A source calls the input optional: nothing may require it. */
  | { kind: 'absent' }
  /** An example shows this value, which says less than a type: the schema must accept it. */
  | { kind: 'admits'; value: Json };

/** One thing that a source states of an API. */
export interface Fact {
  /**
   * JSON pointer without its leading slash: below an operation, passing transparently through `$ref`s, with parameters
   * (`parameters/query.patient`), entries of `required` and security alternatives by their names.
   */
  address: string;
  want: Want;
  /** The sources contradict each other or themselves about it: the document marks it `x-conflict`. */
  contradicted: boolean;
  sources: Source[];
}

export interface OperationFacts {
  /** `GET /image/{id}/` */
  operation: string;
  facts: Fact[];
  /** Of all groups of this operation, those without a fact of their own included. */
  sources: Source[];
}

/** What the sources state of one API. */
export interface ApiFacts {
  /** Below the document's root: addresses of servers, names of headers. They are no statements, so no mark covers them. */
  root: Fact[];
  operations: OperationFacts[];
}
