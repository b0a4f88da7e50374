import { planCases } from '../cases/planCases.ts';
import { DocumentError } from '../model/errors.ts';
import { within } from '../validate/within.ts';

/**
 * Plans the operations of a document as long as each takes less than `patience` milliseconds.
 * @throws {DocumentError} where one takes longer: its schemas use each other, or double, without end
 */
export function patientPlanner(file: string, patience: number): typeof planCases {
  return (operation, operations) => {
    const plans = within(patience, () => planCases(operation, operations));
    if (plans) return plans;
    throw new DocumentError(`deriving its cases took longer than ${patience / 1000} seconds`, {
      file,
      pointer: operation.pointer,
      repair: 'Require fewer members of schemas that use each other; nothing was written.',
    });
  };
}
