/** What changed in an API's bundle since a git revision. */
export interface ApiDiff {
  api: string;
  /** `new`: the revision has no bundle of it. `removed`: the registry no longer has it. */
  status: 'compared' | 'new' | 'removed';
  /** What can break a client, or a server that conformed. */
  breaking: Change[];
  /** What cannot. */
  other: Change[];
  /** Statements that say what they said, on other evidence. */
  evidence: EvidenceChange[];
}

export interface Change {
  kind: 'added' | 'removed' | 'modified';
  /** Semantic Versioning's part that the change bumps. */
  impact: 'major' | 'minor' | 'patch';
  /** JSON pointer into the bundle: of the revision where the thing is gone, else of the working tree. */
  pointer: string;
  /** The same as seen from the first place that uses it, through `$ref`s. */
  usage: string;
  /** The member of the node that changed, where it is one member alone. */
  member?: string;
  reasons: { rule: string; message: string }[];
}

export interface EvidenceChange {
  before: string;
  after: string;
  /** JSON pointers of the statements, into the bundle of the working tree. */
  pointers: string[];
}

/** An API that went away breaks whoever uses it. */
export function breaks({ status, breaking }: ApiDiff): boolean {
  return status === 'removed' || breaking.length > 0;
}
