export type Problem =
  /** A source states it, and the document does not, or states something else. */
  | 'missing'
  | 'different'
  /** A source calls it optional, or shows a value, and the document forbids that. */
  | 'required'
  | 'refused'
  /** A fact is marked, or a contradiction is not. */
  | 'inferred'
  | 'conflict'
  | 'no-conflict'
  /** The document states it unmarked, and no source does. */
  | 'invented'
  /** The document's `x-source` is not where the facts come from. */
  | 'other-source';

/** Where the sources and a document are not at one. */
export interface Disagreement {
  problem: Problem;
  /** `GET /image/{id}/`; `''` is the document as a whole. */
  operation: string;
  address: string;
  /** What is wrong, and where a reader can check it. */
  message: string;
}

/** `GET /image/ parameters/query.type/schema/enum, missing: …` */
export function renderDisagreement({ problem, operation, address, message }: Disagreement): string {
  return `${[operation, address].filter(Boolean).join(' ')}, ${problem}: ${message}`;
}
