import type { Format } from '../../../scripts/contract/format.ts';
import { renderAnnotations } from './github/annotations.ts';
import { renderSummary } from './github/summary.ts';
import { renderJson } from './json.ts';
import { renderJunit } from './junit.ts';
import type { RenderReport } from './renderReport.ts';
import { renderText } from './text.ts';

/** What may go to stdout. */
export const formats: Record<Format, RenderReport> = {
  text: renderText,
  json: renderJson,
  junit: renderJunit,
  markdown: renderSummary,
  github: renderAnnotations,
};
