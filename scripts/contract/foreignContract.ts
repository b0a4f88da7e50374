import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { apiOf } from '../apis/readApi.ts';
import { documentName } from '../document/documentName.ts';
import { readDocument } from '../document/readDocument.ts';
import type { Unusable } from '../document/unusable.ts';
import { temporaryFolder } from '../files/temporaryFolder.ts';
import { renderContract } from '../generate/contract.ts';
import type { Api } from '../model/api.ts';
import { tolerantPlanner } from './tolerantPlanner.ts';

/** The contract of a document outside the registry; gone when it is disposed of. */
export interface ForeignContract extends Disposable {
  api: Api;
  /** Absolute path of its bundle. */
  bundle: string;
  /** Absolute path of the folder of its generated tests. */
  tests: string;
  /** What of the document is left out. */
  unusable: Unusable[];
}

/**
 * Reads a document and generates its contract into a temporary folder.
 * @param projectRoot where the harness is that the tests run on
 * @param patience how long deriving the cases of one operation may take, in milliseconds
 * @throws {DocumentError} if it cannot be read, or is no OpenAPI document of version 3.0 or 3.1
 */
export function generateForeign(file: string, projectRoot: string, patience?: number): ForeignContract {
  const { document, unusable } = readDocument(file);
  const api = apiOf(documentName(file), document);
  const plan = tolerantPlanner(unusable, patience);
  const rendered = renderContract(api, join(projectRoot, 'tests', 'contract', 'harness.ts'), plan);
  const folder = temporaryFolder('document-');
  const bundle = join(folder.path, 'openapi.json');
  const tests = join(folder.path, 'contract');
  mkdirSync(tests);
  // The tests are modules as those of the project, and find its packages.
  symlinkSync(join(projectRoot, 'node_modules'), join(folder.path, 'node_modules'), 'junction');
  writeFileSync(join(folder.path, 'package.json'), '{"type": "module"}');
  writeFileSync(bundle, JSON.stringify(document));
  for (const [name, text] of rendered) writeFileSync(join(tests, name), text);
  return { api, bundle, tests, unusable, [Symbol.dispose]: () => folder[Symbol.dispose]() };
}
