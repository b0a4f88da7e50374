import { describe, expect, test } from 'vitest';
import { findProjectRoot } from '../../../scripts/apis/projectRoot.ts';
import { apiOf, readApi } from '../../../scripts/apis/readApi.ts';
import { readRegistry } from '../../../scripts/apis/registry.ts';
import { unbreakableRules } from '../../../scripts/cases/unbreakableRules.ts';
import { marinaDocument } from '../../gate/marinaDocument.ts';
import { everyPlaceDocument } from './everyPlaceDocument.ts';
import { keywordsDocument } from './keywordsDocument.ts';
import { completenessOf } from './requestStatements.ts';

const root = findProjectRoot();
const registered = await Promise.all(readRegistry(root).map(({ name }) => readApi({ root, name })));
const made = [
  apiOf('every-place', everyPlaceDocument),
  apiOf('keywords', keywordsDocument),
  apiOf('marina', marinaDocument),
];
const rows = [...registered, ...made].map(({ name, operations }) => ({
  name,
  ...completenessOf(operations),
}));

describe.each(rows)('every statement about a request of $name', ({ statements, missed, contradicted }) => {
  test('is broken by a case, or a rule says why none can', () => {
    expect(statements).toBeGreaterThan(0);
    expect(missed).toEqual([]);
  });

  test('is not broken where a rule says that none can', () => expect(contradicted).toEqual([]));
});

test('every rule has its use', () => {
  const used = new Set(rows.flatMap(({ reasons }) => Object.keys(reasons)));
  expect(unbreakableRules.map(({ reason }) => reason).filter((reason) => !used.has(reason))).toEqual([]);
});
