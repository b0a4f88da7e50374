// @ts-check

/**
 * What is looked for; `''` is anything. `operation` is an index, as text.
 * @typedef {{ text: string, api: string, severity: string, evidence: string, check: string, operation: string }} Criteria
 */

/** @type {Criteria} */
export const anything = { text: '', api: '', severity: '', evidence: '', check: '', operation: '' };

/**
 * What can be found of a fault, in lower case.
 * @param {import('../pageData.ts').PageFault} fault
 * @param {import('../pageData.ts').PageOperation | undefined} operation
 */
export function searchText(fault, operation) {
  const { check, severity, evidence, message, documentPointer, cases } = fault;
  const ids = cases.map((index) => operation?.cases[index]?.id ?? '');
  const names = operation
    ? [operation.api, operation.operationId, `${operation.method} ${operation.path}`]
    : [];
  return [...names, check, severity, evidence, message, documentPointer, ...ids].join('\n').toLowerCase();
}

/**
 * The faults that meet the criteria; of several words of the text, all are looked for.
 * @param {import('../pageData.ts').PageData} data
 * @param {string[]} texts of each fault what can be found
 * @param {Criteria} criteria
 */
export function filterFaults({ faults, operations }, texts, criteria) {
  const words = criteria.text.toLowerCase().split(/\s+/).filter(Boolean);
  return faults.filter((fault, index) => {
    const { api } = operations[fault.operation] ?? { api: '' };
    return (
      (criteria.operation === '' || String(fault.operation) === criteria.operation) &&
      (criteria.api === '' || api === criteria.api) &&
      (criteria.severity === '' || severityOf(fault) === criteria.severity) &&
      (criteria.evidence === '' || fault.evidence === criteria.evidence) &&
      (criteria.check === '' || fault.check === criteria.check) &&
      words.every((word) => texts[index]?.includes(word))
    );
  });
}

/** @param {import('../pageData.ts').PageFault} fault */
export function severityOf({ severity, baseline }) {
  return baseline && !baseline.isExpired ? 'known' : severity;
}
