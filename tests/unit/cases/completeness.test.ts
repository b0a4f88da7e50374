import { describe, expect, test } from 'vitest';
import { findProjectRoot } from '../../../scripts/apis/projectRoot.ts';
import { apiOf } from '../../../scripts/apis/readApi.ts';
import { readApis } from '../../../scripts/apis/readApis.ts';
import { planCases } from '../../../scripts/cases/planCases.ts';
import { problemsOf } from '../../../scripts/cases/problems.ts';
import { unbreakableRules } from '../../../scripts/cases/unbreakableRules.ts';
import { applyChange } from '../../../scripts/json/applyChange.ts';
import { marinaDocument } from '../../gate/marinaDocument.ts';
import { everyPlaceDocument } from './everyPlaceDocument.ts';
import { keywordsDocument } from './keywordsDocument.ts';
import { completenessOf } from './requestStatements.ts';

const root = findProjectRoot();
const registered = await readApis(root);
const made = [
  apiOf('every-place', everyPlaceDocument),
  apiOf('keywords', keywordsDocument),
  // As it would be read: no two places share one object.
  apiOf('marina', JSON.parse(JSON.stringify(marinaDocument))),
];
/** Where a limit cannot be broken alone, an integer is an int64 anyway, and what separates items no cookie can carry. */
const known = /fixedLength.*maxLength|int64.*format|^cookie_.*Items/;

const rows = [...registered, ...made].map(({ name, operations }) => ({
  name,
  ...completenessOf(operations),
}));

describe.each(rows)(
  'every statement about a request of $name',
  ({ statements, missed, contradicted, lastResort }) => {
    test('is broken by a case, or a rule says why none can', () => {
      expect(statements).toBeGreaterThan(0);
      expect(missed).toEqual([]);
    });

    test('is left out by the rule of last resort only where that is known', () => {
      expect(lastResort.filter((about) => !known.test(about))).toEqual([]);
    });

    test('is not broken where a rule says that none can', () => expect(contradicted).toEqual([]));
  },
);

test('every rule has its use', () => {
  const used = new Set(rows.flatMap(({ reasons }) => Object.keys(reasons)));
  expect(unbreakableRules.map(({ reason }) => reason).filter((reason) => !used.has(reason))).toEqual([]);
});

test.each(made)(
  'our own validator accepts what $name must accept, and refuses what it must refuse',
  ({ operations }) => {
    const wrong = operations.flatMap((operation) =>
      planCases(operation, operations).flatMap(({ base, cases }) =>
        cases
          .filter((one) => one.skip === undefined && one.change.set?.['/rawBody'] === undefined)
          .filter(({ change, expectation: { outcome } }) => {
            const isValid = problemsOf(operation, applyChange(base, change)).length === 0;
            return (outcome === 'accepted' && !isValid) || (outcome === 'refused' && isValid);
          })
          .map(({ title }) => `${operation.operationId} ${title}`),
      ),
    );
    expect(wrong).toEqual([]);
  },
);
