import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isObject } from '../../json/pointer.ts';
import type { DetectionReport } from '../../model/detection.ts';
import type { Report } from '../../model/report.ts';

/** What the last runs left behind; either may be missing, since a site is built without them, too. */
export interface Reports {
  contract?: Report;
  detection?: DetectionReport;
}

/** Reads `contract.json` and `detection.json` of a folder. What is not there, or is of another format, is left out. */
export async function readReports(folder: string): Promise<Reports> {
  const contract = await readReport<Report>(join(folder, 'contract.json'));
  const detection = await readReport<DetectionReport>(join(folder, 'detection.json'));
  return { ...(contract && { contract }), ...(detection && { detection }) };
}

async function readReport<Content>(file: string): Promise<Content | undefined> {
  try {
    const report: unknown = JSON.parse(await readFile(file, 'utf8'));
    return isObject(report) && report.schemaVersion === 1 ? (report as Content) : undefined;
  } catch {
    return undefined;
  }
}
