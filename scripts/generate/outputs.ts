import { apiOf } from '../apis/readApi.ts';
import type { JsonObject } from '../model/json.ts';
import { renderClient } from './client.ts';
import { harness, renderContract } from './contract.ts';
import { patientPlanner } from './patientPlanner.ts';
import { renderSchemas } from './schemas.ts';
import { renderTypes } from './types.ts';

/** A hundred times what an operation with a large body takes. In milliseconds. */
const usualPatience = 60_000;

/**
 * Everything that is generated from one bundled document. The same document gives the same bytes.
 * @param patience how long deriving the cases of one operation may take, in milliseconds
 * @returns the text of each file, by its path below `generated/<name>/`
 * @throws {DocumentError} if that takes longer
 */
export async function outputsOf(
  name: string,
  document: JsonObject,
  patience: number = usualPatience,
): Promise<Map<string, string>> {
  const api = apiOf(name, document);
  const contract = renderContract(api, harness, patientPlanner(`generated/${name}/openapi.json`, patience));
  return new Map([
    ['openapi.json', `${JSON.stringify(document, null, 2)}\n`],
    ['types.ts', await renderTypes(document)],
    ['schemas.ts', renderSchemas(document)],
    ['client.ts', renderClient(api)],
    ...[...contract].map(([file, text]) => [`contract/${file}`, text] as const),
  ]);
}
