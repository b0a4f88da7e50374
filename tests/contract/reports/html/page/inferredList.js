// @ts-check
import { disclosure, element, pagedList } from './element.js';

/** @type {[verdict: 'broken' | 'unseen' | 'confirmed', title: string][]} */
const verdicts = [
  ['broken', 'Broken: correct them, or take them out'],
  ['unseen', 'Never shown'],
  ['confirmed', 'Confirmed'],
];

/**
 * What the server showed of the statements that no source states.
 * @param {import('../pageData.ts').PageData} data
 */
export function inferredList({ inferred }) {
  if (inferred.length === 0) return [element('p', { class: 'empty' }, 'The documents infer nothing.')];
  return verdicts.map(([verdict, title]) => {
    const own = inferred.filter((one) => one.verdict === verdict);
    if (own.length === 0) return null;
    return disclosure({
      attributes: { class: 'operation' },
      isOpen: verdict === 'broken',
      summary: [
        element('span', { class: `tag ${verdict}` }, verdict),
        title,
        element('span', { class: 'muted count' }, own.length),
      ],
      content: () => pagedList(own, { most: 100, noun: 'statements', render: statementView }),
    });
  });
}

/** @param {import('../pageData.ts').PageData['inferred'][number]} statement */
function statementView({ api, pointer, reason, brokenBy = [] }) {
  const by = brokenBy.length > 0 ? ` Broken by ${brokenBy.join(', ')}.` : '';
  return element(
    'p',
    { class: 'plain' },
    element('code', {}, `${api} ${pointer}`),
    element('span', { class: 'muted' }, `${reason}${by}`),
  );
}
