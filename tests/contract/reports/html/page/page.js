// @ts-check
import { element, plural } from './element.js';
import { faultList } from './faultList.js';
import { anything, filterFaults, searchText, severityOf } from './filter.js';
import { inferredList } from './inferredList.js';
import { leftList } from './leftList.js';
import { matrix } from './matrix.js';
import { operationList } from './operationList.js';
import { preparationList } from './preparationList.js';
import { skippedList } from './skippedList.js';

/** Shows the report that stands in the page. */
export function showPage() {
  /** @type {import('../pageData.ts').PageData} */
  const data = JSON.parse(document.getElementById('data')?.textContent ?? '');
  const findings = findingsSection(data);
  document
    .getElementById('page')
    ?.replaceChildren(
      section('matrix', 'Operations and checks', matrix(data, findings.choose)),
      findings.section,
      ...(data.cleanup ? [section('left', 'Left behind', leftList(data.cleanup))] : []),
      section('skipped', 'Skipped cases', skippedList(data)),
      ...(data.preparation.length > 0
        ? [section('preparation', 'Preparation', preparationList(data.preparation))]
        : []),
      section('coverage', 'Coverage', operationList(data)),
      section('inferred', 'Inferred statements', inferredList(data)),
    );
}

/**
 * @param {string} id @param {string} title
 * @param {import('./element.js').Child[]} content
 */
function section(id, title, content) {
  return element(
    'section',
    { id, 'aria-labelledby': `${id}-title` },
    element('h2', { id: `${id}-title` }, title),
    content,
  );
}

/** @param {import('../pageData.ts').PageData} data */
function findingsSection(data) {
  const { faults, operations } = data;
  const texts = faults.map((fault) => searchText(fault, operations[fault.operation]));
  const criteria = { ...anything };
  const results = element('div', { class: 'results' });
  const status = element('p', { class: 'muted', role: 'status' });
  const chosen = element('button', {
    type: 'button',
    class: 'chosen',
    hidden: true,
    click: () => set('operation', ''),
  });
  const update = () => {
    const found = filterFaults(data, texts, criteria);
    const cases = found.reduce((sum, one) => sum + one.cases.length, 0);
    status.textContent = `${found.length} of ${plural(faults.length, 'fault')}, in ${plural(cases, 'case')}`;
    const operation = criteria.operation === '' ? undefined : operations[Number(criteria.operation)];
    chosen.hidden = !operation;
    chosen.textContent = operation ? `${operation.operationId} ✕` : '';
    chosen.setAttribute('aria-label', `Only ${operation?.operationId}: show all operations`);
    results.replaceChildren(...faultList(found, data).filter((one) => one instanceof Node));
  };
  /** @param {keyof typeof criteria} name @param {string} value */
  const set = (name, value) => {
    criteria[name] = value;
    update();
  };
  const controls = filterControls(data, set);
  update();
  return {
    section: section('findings', 'Findings', [
      element(
        'form',
        {
          class: 'filter',
          role: 'search',
          submit: (event) => event.preventDefault(),
          reset: () => {
            Object.assign(criteria, anything);
            update();
          },
        },
        controls,
        chosen,
        element('button', { type: 'reset' }, 'Clear'),
      ),
      status,
      results,
    ]),
    /** @param {number} operation @param {string} check */
    choose(operation, check) {
      Object.assign(criteria, anything, { operation: String(operation), check });
      for (const control of controls) {
        const input = control.querySelector('input, select');
        if (input instanceof HTMLInputElement) input.value = '';
        if (input instanceof HTMLSelectElement) input.value = input.name === 'check' ? check : '';
      }
      update();
      document.getElementById('findings')?.scrollIntoView();
      const first = results.querySelector('summary');
      if (first instanceof HTMLElement) first.focus({ preventScroll: true });
    },
  };
}

/**
 * @param {import('../pageData.ts').PageData} data
 * @param {(name: 'text' | 'api' | 'severity' | 'evidence' | 'check', value: string) => void} set
 */
function filterControls({ faults, operations }, set) {
  /** @param {string[]} values */
  const distinct = (values) => [...new Set(values)];
  const search = element('input', {
    type: 'search',
    name: 'text',
    placeholder: 'operation, field, message …',
    input: (event) => set('text', inputOf(event)),
  });
  document.addEventListener('keydown', (event) => {
    const isTyping = event.target instanceof HTMLInputElement || event.target instanceof HTMLSelectElement;
    if (event.key !== '/' || isTyping || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    search.focus();
  });
  /** @param {'api' | 'severity' | 'evidence' | 'check'} name @param {string[]} values */
  const choice = (name, values) =>
    element(
      'label',
      {},
      element('span', {}, name === 'api' ? 'API' : name),
      element(
        'select',
        { name, change: (event) => set(name, inputOf(event)) },
        element('option', { value: '' }, 'all'),
        values.map((value) => element('option', { value }, value)),
      ),
    );
  return [
    element('label', { class: 'text' }, element('span', {}, 'Text', element('kbd', {}, '/')), search),
    choice('api', distinct(operations.map(({ api }) => api))),
    choice('severity', distinct(faults.map(severityOf))),
    choice('evidence', distinct(faults.map(({ evidence }) => evidence))),
    choice('check', distinct(faults.map(({ check }) => check))),
  ];
}

/** @param {Event} event */
function inputOf({ target }) {
  return target instanceof HTMLInputElement || target instanceof HTMLSelectElement ? target.value : '';
}
