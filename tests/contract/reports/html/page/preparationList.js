// @ts-check
import { disclosure, element, pagedList, plural } from './element.js';

/**
 * The requests that found out what to ask with, closed until somebody looks.
 * @param {import('../pageData.ts').PageData['preparation']} preparation
 */
export function preparationList(preparation) {
  return [
    element('p', { class: 'muted' }, 'Requests of no case: they found out what the cases are to ask with.'),
    disclosure({
      attributes: { class: 'operation' },
      summary: [plural(preparation.length, 'request')],
      content: () => pagedList(preparation, { most: 100, noun: 'requests', render: preparationView }),
    }),
  ];
}

/** @param {import('../pageData.ts').PageData['preparation'][number]} one */
function preparationView({ api, operationId, method, path, purpose, status, durationMs }) {
  return element(
    'p',
    { class: 'plain' },
    element('code', {}, `${method} ${path}`),
    element('span', { class: 'muted' }, `${api} ${operationId} · ${purpose}`),
    element('span', { class: 'muted count' }, `${status ?? 'no answer'} · ${durationMs} ms`),
  );
}
