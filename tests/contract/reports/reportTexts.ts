import type { reportFiles } from '../../../scripts/contract/prepareFolder.ts';
import type { Report } from '../../../scripts/model/report.ts';
import { renderDrift } from './drift/renderDrift.ts';
import { renderPage } from './html/renderPage.ts';
import { renderJson } from './json.ts';
import { renderJunit } from './junit.ts';
import type { PlaceOf } from './sourceFiles.ts';

export interface RenderContext {
  placeOf: PlaceOf;
  /** Absolute path of the folder that paths are told from. */
  workspace: string;
}

export type RenderReport = (report: Report, context: RenderContext) => string;

/** The files of a run. */
export const reportTexts: Record<(typeof reportFiles)[number], RenderReport> = {
  'contract.json': renderJson,
  'junit.xml': renderJunit,
  'contract.html': renderPage,
  'drift.md': renderDrift,
};
