import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { apiOf } from '../apis/readApi.ts';
import { planCases } from '../cases/planCases.ts';
import { documentName } from '../document/documentName.ts';
import { readDocument } from '../document/readDocument.ts';
import type { Unusable } from '../document/unusable.ts';
import { temporaryFolder } from '../files/temporaryFolder.ts';
import { renderContract } from '../generate/contract.ts';
import type { Api } from '../model/api.ts';
import type { CasePlan } from '../model/case.ts';
import type { Operation } from '../model/operation.ts';

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
 * @throws {DocumentError} if it cannot be read, or is no OpenAPI document of version 3.0 or 3.1
 */
export function generateForeign(file: string, projectRoot: string): ForeignContract {
  const { document, unusable } = readDocument(file);
  const api = apiOf(documentName(file), document);
  const plan = tolerantPlanner(unusable);
  const rendered = renderContract(api, join(projectRoot, 'tests', 'contract', 'harness.ts'), plan);
  const folder = temporaryFolder('document-');
  const bundle = join(folder.path, 'openapi.json');
  const tests = join(folder.path, 'contract');
  mkdirSync(tests);
  writeFileSync(bundle, JSON.stringify(document));
  for (const [name, text] of rendered) writeFileSync(join(tests, name), text);
  return { api, bundle, tests, unusable, [Symbol.dispose]: () => folder[Symbol.dispose]() };
}

/** Of an operation that cannot be asked, or planned, one case that says why. */
function tolerantPlanner(unusable: Unusable[]) {
  const reasons = new Map(unusable.map(({ pointer, reason }) => [pointer, reason]));
  return (operation: Operation, operations: Operation[]): CasePlan[] => {
    const known = reasons.get(operation.pointer);
    if (known !== undefined) return [skippedPlan(operation, known)];
    try {
      return planCases(operation, operations);
    } catch (error) {
      const [said] = String(error instanceof Error ? error.message : error).split('\n', 1);
      const reason = `no case could be derived: ${said}`;
      unusable.push({ pointer: operation.pointer, reason });
      return [skippedPlan(operation, reason)];
    }
  };
}

function skippedPlan({ operationId }: Operation, skip: string): CasePlan {
  const expectation = { outcome: 'accepted' } as const;
  return {
    operationId,
    base: {},
    cases: [{ title: 'example', kind: 'example', change: {}, expectation, skip }],
  };
}
