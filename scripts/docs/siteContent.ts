import type { Api } from '../model/api.ts';
import type { Reports } from './conformance/readReports.ts';
import type { Guide, Snippets } from './guides/guide.ts';
import type { History } from './history/history.ts';
import type { SamplesById } from './machines/referenceText.ts';

/** What the site knows of an API. */
export interface ApiContent {
  api: Api;
  samples: SamplesById;
  /** Absent where nobody looked. */
  history?: History;
  /** The text of its Arazzo document, where there is one. */
  workflows?: string;
}

export interface Templates {
  /** Around every page of ours: slots `title`, `home`, `brand`, `nav`, `content`. */
  page: string;
  landing: string;
  reference: string;
}

/** Everything that the site's files are made of; making them is pure. */
export interface SiteContent {
  apis: readonly ApiContent[];
  guides: readonly Guide[];
  snippets: Snippets;
  reports: Reports;
  templates: Templates;
}

/** A file of the site; `path` is relative to the site's folder. */
export interface SiteFile {
  path: string;
  content: string | Uint8Array;
}
