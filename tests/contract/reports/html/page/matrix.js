// @ts-check
import { element, plural } from './element.js';
import { severityOf } from './filter.js';

/** How many rows are drawn at first. */
const mostRows = 200;

/**
 * Operations × checks: how many cases show a fault, and of what severity. A cell leads to its findings.
 * @param {import('../pageData.ts').PageData} data
 * @param {(operation: number, check: string) => void} choose
 */
export function matrix(data, choose) {
  const { operations, faults, checks } = data;
  if (faults.length === 0) return [element('p', { class: 'empty' }, 'No operation has a finding.')];
  const cells = cellsOf(faults);
  const found = operations.flatMap((operation, index) =>
    checks.some((check) => cells.has(`${index} ${check}`)) ? [{ operation, index }] : [],
  );
  // What is worst is read first; otherwise they stand as in the document.
  const worst = (/** @type {number} */ index) =>
    checks.some((check) => cells.get(`${index} ${check}`)?.severity === 'violation') ? 0 : 1;
  found.sort((a, b) => worst(a.index) - worst(b.index));
  const body = element('tbody');
  /** @param {typeof found[number]} one */
  const row = ({ operation, index }) =>
    body.append(
      rowOf(
        operation,
        checks.map((check) =>
          cellOf(cells.get(`${index} ${check}`), { operation, check, choose: () => choose(index, check) }),
        ),
      ),
    );
  found.slice(0, mostRows).forEach(row);
  const rest = found.slice(mostRows);
  const more = element(
    'button',
    {
      type: 'button',
      class: 'more',
      click: () => {
        rest.forEach(row);
        more.remove();
      },
    },
    `Show ${plural(rest.length, 'more operation')}`,
  );
  const quiet = operations.length - found.length;
  return [
    element(
      'div',
      {
        class: 'scroll matrix',
        tabindex: 0,
        role: 'region',
        'aria-label': 'Findings by operation and check',
      },
      element(
        'table',
        {},
        element(
          'thead',
          {},
          element(
            'tr',
            {},
            element('th', { scope: 'col' }, 'operation'),
            checks.map((check) => element('th', { scope: 'col' }, element('span', {}, check))),
          ),
        ),
        body,
      ),
    ),
    rest.length > 0 && more,
    quiet > 0 &&
      element(
        'p',
        { class: 'muted' },
        `${plural(quiet, 'operation')} without a finding ${quiet === 1 ? 'is' : 'are'} left out.`,
      ),
  ];
}

/**
 * @typedef {{ cases: number, severity: string }} Cell
 * @param {import('../pageData.ts').PageFault[]} faults
 */
function cellsOf(faults) {
  const rank = ['violation', 'drift', 'known'];
  /** @type {Map<string, Cell>} */
  const cells = new Map();
  for (const fault of faults) {
    const key = `${fault.operation} ${fault.check}`;
    const severity = severityOf(fault);
    const cell = cells.get(key) ?? { cases: 0, severity };
    cell.cases += fault.cases.length;
    if (rank.indexOf(severity) < rank.indexOf(cell.severity)) cell.severity = severity;
    cells.set(key, cell);
  }
  return cells;
}

/**
 * @param {import('../pageData.ts').PageOperation} operation
 * @param {HTMLElement[]} cells
 */
function rowOf({ api, operationId, method, path }, cells) {
  return element(
    'tr',
    {},
    element(
      'th',
      { scope: 'row' },
      element('code', {}, `${method} ${path}`),
      element('span', { class: 'muted' }, `${api} ${operationId}`),
    ),
    cells,
  );
}

/**
 * @param {Cell | undefined} cell
 * @param {{ operation: import('../pageData.ts').PageOperation, check: string, choose: () => void }} options
 */
function cellOf(cell, { operation, check, choose }) {
  if (!cell) return element('td', {}, element('span', { class: 'none', 'aria-label': 'nothing' }, '·'));
  const label = `${operation.operationId}, ${check}: ${cell.severity} in ${plural(cell.cases, 'case')}`;
  return element(
    'td',
    {},
    element(
      'button',
      { type: 'button', class: `cell ${cell.severity}`, 'aria-label': label, title: label, click: choose },
      cell.cases,
    ),
  );
}
