// @ts-check
import { disclosure, element, pagedList, plural } from './element.js';

/**
 * The cases that were skipped, by their reasons.
 * @param {import('../pageData.ts').PageData} data
 */
export function skippedList({ operations }) {
  /** @type {Map<string, string[]>} */
  const reasons = new Map();
  for (const { api, cases } of operations) {
    for (const { outcome, id, reason = 'no reason is known' } of cases) {
      if (outcome !== 'skipped') continue;
      const ids = reasons.get(reason) ?? [];
      ids.push(`${api} ${id}`);
      reasons.set(reason, ids);
    }
  }
  if (reasons.size === 0) return [element('p', { class: 'empty' }, 'No case was skipped.')];
  const sorted = [...reasons].sort(([, a], [, b]) => b.length - a.length);
  return pagedList(sorted, {
    most: 50,
    noun: 'reasons',
    render: ([reason, ids]) =>
      disclosure({
        attributes: { class: 'operation' },
        summary: [
          element('span', {}, reason),
          element('span', { class: 'muted count' }, plural(ids.length, 'case')),
        ],
        content: () =>
          pagedList(ids, {
            most: 100,
            noun: 'cases',
            render: (id) => element('p', { class: 'plain' }, element('code', {}, id)),
          }),
      }),
  });
}
