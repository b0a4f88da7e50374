import type { reportFiles } from '../../../scripts/contract/prepareFolder.ts';
import { renderDrift } from './drift/renderDrift.ts';
import { renderPage } from './html/renderPage.ts';
import { renderJson } from './json.ts';
import { renderJunit } from './junit.ts';
import type { RenderReport } from './renderReport.ts';

/** The files of a run. */
export const reportTexts: Record<(typeof reportFiles)[number], RenderReport> = {
  'contract.json': renderJson,
  'junit.xml': renderJunit,
  'contract.html': renderPage,
  'drift.md': renderDrift,
};
