// @ts-check
import { disclosure, element, pagedList, plural } from './element.js';
import { exchangeOf } from './exchange.js';
import { severityOf } from './filter.js';

/**
 * @param {import('../pageData.ts').PageFault[]} faults
 * @param {import('../pageData.ts').PageData} data
 */
export function faultList(faults, { operations }) {
  if (faults.length === 0) return [element('p', { class: 'empty' }, 'Nothing found.')];
  return pagedList(faults, {
    most: 50,
    noun: 'faults',
    render: (fault) => faultView(fault, operations[fault.operation]),
  });
}

/**
 * @param {import('../pageData.ts').PageFault} fault
 * @param {import('../pageData.ts').PageOperation | undefined} operation
 */
function faultView(fault, operation) {
  const severity = severityOf(fault);
  const { check, evidence, message, cases } = fault;
  return disclosure({
    attributes: { class: `fault ${severity}` },
    summary: [
      element('span', { class: `tag ${severity}` }, severity),
      element(
        'span',
        { class: 'what' },
        element('b', {}, check),
        ' ',
        element('code', {}, `${operation?.method} ${operation?.path}`),
      ),
      element('span', { class: 'muted count' }, plural(cases.length, 'case')),
      element('span', { class: 'message' }, message),
      element('span', { class: 'muted' }, `${operation?.api} ${operation?.operationId} · ${evidence}`),
    ],
    content: () => faultBody(fault, operation),
  });
}

/**
 * @param {import('../pageData.ts').PageFault} fault
 * @param {import('../pageData.ts').PageOperation | undefined} operation
 */
function faultBody({ evidence, message, documentPointer, baseline, cases }, operation) {
  const known =
    baseline &&
    `${baseline.isExpired ? 'Known, but that expired on' : 'Known until'} ${baseline.expires}: ${baseline.reason}`;
  return [
    element(
      'dl',
      { class: 'facts' },
      element(
        'div',
        {},
        element('dt', {}, 'evidence'),
        element('dd', {}, `${evidence}: ${meanings[evidence]}`),
      ),
      documentPointer !== '' &&
        element(
          'div',
          {},
          element('dt', {}, 'in the document'),
          element('dd', {}, element('code', {}, documentPointer)),
        ),
      known && element('div', {}, element('dt', {}, 'baseline'), element('dd', {}, known)),
    ),
    ...pagedList(cases, {
      most: 20,
      noun: 'cases',
      render: (index, position) =>
        caseView(operation?.cases[index], { isOpen: position === 0, told: message }),
    }),
  ];
}

/** @type {Record<string, string>} */
const meanings = {
  documented: 'a source states it',
  inferred: 'its authors added it to the document',
  conflict: 'the sources contradict each other',
  silent: 'the document says nothing of it',
  protocol: 'only an RFC expects it',
};

/**
 * @param {import('../../../../../scripts/model/report.ts').CaseResult | undefined} one
 * @param {{ isOpen?: boolean, told?: string }} [options] `told`: the message that the reader has read already
 */
export function caseView(one, { isOpen = false, told } = {}) {
  if (!one) return null;
  const { id, outcome, durationMs, reason, retries = 0 } = one;
  const again = retries > 0 ? `sent again ${plural(retries, 'time')} · ` : '';
  const summary = [
    element('span', { class: `tag ${outcome}` }, outcome),
    element('code', {}, id),
    element('span', { class: 'muted count' }, `${again}${durationMs} ms`),
  ];
  if (one.findings.length > 0)
    return disclosure({
      attributes: { class: 'case' },
      summary,
      isOpen,
      content: () => exchangeOf(one, told),
    });
  return element(
    'p',
    { class: 'case plain' },
    summary,
    reason && element('span', { class: 'muted' }, reason),
  );
}
