import type { Change, EvidenceChange } from '../../diff/apiDiff.ts';

/** What one version of a bundle changed of the one before. */
export interface VersionDiff {
  breaking: Change[];
  other: Change[];
  evidence: EvidenceChange[];
}

export interface Version {
  /** Of the commit; none for what is not committed yet. */
  commit?: { hash: string; date: string; subject: string };
  /** `info.version` of the bundle. */
  version: string;
  /** `first`: nothing to compare with. `older`: not compared here. */
  state: 'first' | 'compared' | 'older' | 'incomparable';
  diff?: VersionDiff;
}

/** How an API's bundle became what it is, newest first. */
export interface History {
  versions: Version[];
  /** Why it is not all: there is no git, the clone is shallow. */
  gap?: string;
}
