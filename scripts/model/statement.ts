import type { Place } from './place.ts';

/** What the sources say of a statement, or, of a finding, of what was expected. See CONTRIBUTING.md. */
export type Evidence = 'documented' | 'inferred' | 'conflict' | 'silent' | 'protocol';

export type StatementKind =
  | 'operation'
  | 'parameter'
  | 'request-body'
  | 'media-type'
  | 'response'
  | 'header'
  | 'security'
  | 'required'
  | 'property'
  | 'keyword';

export interface Conflict {
  /** Pointer relative to the node that carries the mark. */
  at: string;
  sources: { document: string; section: string; says: string }[];
  chosen: string;
  why: string;
}

/** A place of a document, and what the sources say of it. */
export interface StatedPlace extends Place {
  evidence: 'documented' | 'inferred' | 'conflict';
  /** Why we added it, where it is inferred. */
  reason?: string;
  /** Where the sources contradict each other or themselves: at least one. */
  conflicts?: Conflict[];
}

/** One checkable claim of a document. */
export interface Statement extends StatedPlace {
  kind: StatementKind;
}
