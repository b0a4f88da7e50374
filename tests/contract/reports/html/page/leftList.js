// @ts-check
import { element, pagedList, plural } from './element.js';

/**
 * What a run made and deleted, and each thing that is still there: first what a documented operation should have deleted.
 * @param {import('../../../../../scripts/model/report.ts').Cleanup} cleanup
 */
export function leftList({ made, deleted, left }) {
  const sorted = left.toSorted((a, b) => Number(b.isDeletable) - Number(a.isDeletable));
  return [
    element('p', {}, `The run made ${plural(made, 'thing')} and deleted ${deleted}.`),
    ...(left.length === 0
      ? [element('p', { class: 'empty' }, 'Nothing is left.')]
      : pagedList(sorted, { most: 50, noun: 'things', render: leftoverView })),
  ];
}

/** @param {import('../../../../../scripts/model/report.ts').Leftover} leftover */
function leftoverView({ api, method, path, identifiers, reason, isDeletable }) {
  const names = Object.entries(identifiers).map(([name, value]) => `${name} ${value}`);
  return element(
    'p',
    { class: 'plain' },
    isDeletable && element('span', { class: 'tag failed' }, 'to be deleted'),
    element('code', {}, `${method} ${path}`),
    names.length > 0 && element('code', {}, names.join(', ')),
    element('span', { class: 'muted' }, `${api} · ${reason}`),
  );
}
