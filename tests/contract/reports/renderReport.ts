import type { Report } from '../../../scripts/model/report.ts';
import type { PlaceOf } from './sourceFiles.ts';

export interface RenderContext {
  placeOf: PlaceOf;
  /** Absolute path of the folder that paths are told from. */
  workspace: string;
}

export type RenderReport = (report: Report, context: RenderContext) => string;
