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
  const ranked = rankedRows(data, cells);
  const found = ranked.filter(({ rank }) => rank < quiet).slice(0, mostRows);
  const rest = ranked.slice(found.length);
  const body = element('tbody');
  const add = (/** @type {number} */ index) => {
    const operation = operations[index];
    if (!operation) return;
    const own = checks.map((check) =>
      cellOf(cells.get(`${index} ${check}`), { operation, check, choose: () => choose(index, check) }),
    );
    body.append(rowOf(operation, own));
  };
  for (const { index } of found) add(index);
  const more = element(
    'button',
    { type: 'button', class: 'more' },
    `Show ${plural(rest.length, 'more operation')}`,
  );
  more.addEventListener('click', () => {
    for (const { index } of rest) add(index);
    more.remove();
  });
  const region = { class: 'scroll matrix', tabindex: 0, role: 'region' };
  return [
    element(
      'div',
      { ...region, 'aria-label': 'Findings by operation and check' },
      element('table', {}, headOf(checks), body),
    ),
    rest.length > 0 && more,
  ];
}

/** The rank of an operation without a finding. */
const quiet = 2;

/**
 * What is worst is read first; otherwise operations stand as in the document.
 * @param {import('../pageData.ts').PageData} data
 * @param {Map<string, Cell>} cells
 */
function rankedRows({ operations, checks }, cells) {
  const rows = operations.map((_, index) => {
    const own = checks.flatMap((check) => cells.get(`${index} ${check}`) ?? []);
    const rank = own.some(({ severity }) => severity === 'violation') ? 0 : own.length > 0 ? 1 : quiet;
    return { index, rank };
  });
  return rows.sort((a, b) => a.rank - b.rank);
}

/** @param {string[]} checks */
function headOf(checks) {
  const columns = checks.map((check) => element('th', { scope: 'col' }, element('span', {}, check)));
  return element('thead', {}, element('tr', {}, element('th', { scope: 'col' }, 'operation'), columns));
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
