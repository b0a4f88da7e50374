import type { Oas3Rule } from '@redocly/openapi-core';
import { isObject } from '../../scripts/json/pointer.ts';
import { reportFaults } from './reportFaults.ts';
import { type Fault, textsFaults } from './shape.ts';

/** Each operation says where a reader can check it: `x-source: {document, section}`. */
export const operationSource: Oas3Rule = () => ({
  Operation: {
    enter(operation, { report, location }) {
      const source = isObject(operation) ? operation['x-source'] : undefined;
      reportFaults(sourceFaults(source), { report, location });
    },
  },
});

function sourceFaults(source: unknown): Fault[] {
  if (source === undefined) {
    return [{ message: 'The operation names no source. Add `x-source: {document, section}`.', at: [] }];
  }
  const faults = textsFaults(source, ['document', 'section'], 'x-source');
  return faults.map(({ message, at }) => ({ message, at: ['x-source', ...at] }));
}
