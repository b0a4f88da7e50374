// @ts-check
import { disclosure, element, pagedList, plural } from './element.js';
import { caseView } from './faultList.js';

/**
 * Each operation with its coverage and all its cases.
 * @param {import('../pageData.ts').PageData} data
 */
export function operationList({ operations }) {
  return pagedList(operations, { most: 100, noun: 'operations', render: operationView });
}

/** @param {import('../pageData.ts').PageOperation} operation */
function operationView({ api, operationId, method, path, coverage, cases }) {
  const { requests, responses } = coverage;
  const total = requests.total + responses.total;
  const exercised = requests.exercised + responses.exercised;
  return disclosure({
    attributes: { class: 'operation' },
    summary: [
      element('code', {}, `${method} ${path}`),
      element('span', { class: 'muted' }, `${api} ${operationId}`),
      element(
        'span',
        { class: 'muted count' },
        `${plural(cases.length, 'case')} · ${exercised} of ${plural(total, 'statement')}`,
      ),
    ],
    content: () => [
      coverageView(coverage),
      ...pagedList(cases, { most: 50, noun: 'cases', render: (one) => caseView(one) }),
    ],
  });
}

/** @param {import('../../../../../scripts/model/coverage.ts').Coverage} coverage */
function coverageView({ statuses, requests, responses, never }) {
  const unseen = statuses.documented.filter((status) => !statuses.seen.includes(status));
  const unlisted = statuses.seen.filter((status) => !statuses.documented.includes(status));
  const facts = [
    [
      'statements on requests',
      `${requests.exercised} of ${requests.total} exercised: ${requests.met} met, ${requests.broken} broken on purpose`,
    ],
    ['statements on responses', `${responses.exercised} of ${responses.total} exercised`],
    ['statuses that came', statuses.seen.join(', ') || 'none'],
    ...(unseen.length > 0 ? [['documented, and never came', unseen.join(', ')]] : []),
    ...(unlisted.length > 0 ? [['came, and not documented by name', unlisted.join(', ')]] : []),
  ];
  return element(
    'div',
    {},
    element(
      'dl',
      { class: 'facts' },
      facts.map(([name = '', value = '']) =>
        element('div', {}, element('dt', {}, name), element('dd', {}, value)),
      ),
    ),
    never.length > 0 &&
      disclosure({
        attributes: { class: 'case' },
        summary: [`${plural(never.length, 'statement')} never exercised`],
        content: () =>
          pagedList(never, {
            most: 100,
            noun: 'statements',
            render: ({ pointer, usage }) =>
              element('p', { class: 'plain' }, element('code', {}, usage ?? pointer)),
          }),
      }),
  );
}
