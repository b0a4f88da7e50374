import type { Statement } from '../../../../scripts/model/statement.ts';
import { isRefusal, isSuccess } from '../../faults/conditions.ts';
import { type Mutation, mutantServer } from '../mutant.ts';
import type { PlacedFault, Subject } from '../subject.ts';

interface Mutant {
  name: string;
  statement: Statement;
  mutation: Mutation;
  /** Whether its document asks for less than the true one, or for more. */
  asks: 'less' | 'more';
  excuse?: string | undefined;
  leftOut?: string | undefined;
}

/**
 * The fault of a server that has a document of its own; none where there is nothing to change. Who asks for less accepts
 * what was accepted, and who asks for more refuses what was refused: those answers need no second look.
 */
export function mutantFaults({ api, operation }: Subject, mutant: Mutant): PlacedFault[] {
  const { name, statement, mutation, asks, excuse, leftOut } = mutant;
  const serve = mutantServer({ api: api.name, operation, usage: statement.usage, mutation });
  if (!serve) return [];
  return [
    {
      ...{ name, place: statement.usage, serve },
      check: asks === 'less' ? 'refuses-invalid' : 'accepts-valid',
      applies: asks === 'less' ? isRefusal : isSuccess,
      ...(excuse !== undefined && { excuse }),
      ...(leftOut !== undefined && { leftOut }),
    },
  ];
}
