import { apiOf } from '../apis/readApi.ts';
import type { JsonObject } from '../model/json.ts';
import { renderClient } from './client.ts';
import { renderContract } from './contract.ts';
import { renderTypes } from './types.ts';

/**
 * Everything that is generated from one bundled document. The same document gives the same bytes.
 * @returns the text of each file, by its path below `generated/<name>/`
 */
export async function outputsOf(name: string, document: JsonObject): Promise<Map<string, string>> {
  const api = apiOf(name, document);
  return new Map([
    ['openapi.json', `${JSON.stringify(document, null, 2)}\n`],
    ['types.ts', await renderTypes(document)],
    ['client.ts', renderClient(api)],
    ...[...renderContract(api)].map(([file, text]) => [`contract/${file}`, text] as const),
  ]);
}
