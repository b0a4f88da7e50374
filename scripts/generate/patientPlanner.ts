import { planCases } from '../cases/planCases.ts';
import { DocumentError } from '../model/errors.ts';
import { within } from '../validate/within.ts';

/**
 * Plans the operations of a document as long as each takes less than `patience` milliseconds.
 * @throws {DocumentError} where one takes longer: its schemas use each other, or double, without end
 */
export function patientPlanner(file: string, patience: number): typeof planCases {
  return (operation, operations) => {
    let reason = `deriving its cases took longer than ${patience / 1000} seconds`;
    try {
      const plans = within(patience, () => planCases(operation, operations));
      if (plans) return plans;
    } catch (error) {
      // A text longer than there can be, a list of more than fit: no fault of ours.
      if (!(error instanceof RangeError)) throw error;
      reason = `its cases cannot be derived: ${error.message}`;
    }
    throw new DocumentError(reason, {
      file,
      pointer: operation.pointer,
      repair: 'Make its schemas smaller: fewer required members, shorter limits; nothing was written.',
    });
  };
}
