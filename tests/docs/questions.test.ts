import { describe, expect, test } from 'vitest';
import { apiOf } from '../../scripts/apis/readApi.ts';
import { collectQuestions } from '../../scripts/docs/evidence/questions.ts';
import { countEvidence } from '../../scripts/docs/evidence/shares.ts';
import { renderQuestions } from '../../scripts/docs/pages/questionsPage.ts';
import { exampleDocument } from './exampleDocument.ts';

const api = apiOf('clinic', exampleDocument);

describe('open questions', () => {
  const questions = collectQuestions(api);
  const byText = (text: string) => questions.filter(({ doubt }) => JSON.stringify(doubt).includes(text));

  test('a statement of a shared component stands there once, with the operations that use it', () => {
    const [question] = byText('The example carries a `note`.');
    expect(
      question?.places.map(({ pointer, operations }) => ({
        pointer,
        operations: operations.map(({ operationId }) => operationId),
      })),
    ).toEqual([
      {
        pointer: '/components/schemas/Visit/properties/note',
        operations: ['createVisit', 'getVisit'],
      },
      {
        pointer: '/components/schemas/Visit/properties/note/type',
        operations: ['createVisit', 'getVisit'],
      },
    ]);
  });

  test('a conflict has its sources', () => {
    const [question] = byText('The rule outweighs the example.');
    expect(question?.doubt).toMatchObject({
      evidence: 'conflict',
      conflict: { chosen: 'A key is needed.', sources: [{ section: 'Keys' }, { section: 'Example' }] },
    });
    expect(question?.places).toMatchObject([{ kind: 'security' }]);
  });

  test('an identifier does not depend on what else is asked', () => {
    const alone = collectQuestions({ ...api, operations: api.operations.slice(1) });
    const ids = new Set(questions.map(({ id }) => id));
    expect(alone.length).toBeLessThan(questions.length);
    expect(alone.every(({ id }) => ids.has(id))).toBe(true);
  });

  test('the page names each statement, what the sources say and what was chosen', () => {
    const page = renderQuestions(api).markup;
    expect(page).toContain('The example sends none.');
    expect(page).toContain('Chosen: A key is needed.');
    expect(page).toContain('The example carries a <code>note</code>.');
    expect(page).toContain('<code>/components/schemas/Visit/properties/note/type</code>');
    expect(page).toContain('used by 2 operations: ');
    for (const { id } of questions) expect(page).toContain(`id="${id}"`);
  });
});

test('each statement counts once, however many operations share it', () => {
  const shares = countEvidence(api);
  const statements = api.operations.flatMap((operation) => operation.statements);
  const distinct = new Set(statements.map(({ pointer, evidence }) => `${pointer} ${evidence}`));
  expect(shares.documented + shares.inferred + shares.conflict).toBe(distinct.size);
  expect(distinct.size).toBeLessThan(statements.length);
  expect(shares.conflict).toBe(1);
});
