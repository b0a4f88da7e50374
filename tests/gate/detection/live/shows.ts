import { isStateful } from '../../../contract/resources/runStateful.ts';
import { isSameAnswer } from '../isSameAnswer.ts';
import type { PlacedFault, Subject, Truthful } from '../subject.ts';
import type { TruthfulServer } from '../truthfulServer.ts';

/**
 * Whether a fault shows in a case, as its truth was recorded. What a server with a document of its own refuses does not
 * depend on what it holds: the mock that remembers nothing tells, in whose place it would answer.
 * @param plain the mock that remembers nothing
 */
export async function shows(
  fault: PlacedFault,
  { one, request, answer }: Truthful,
  { operation, plain }: Pick<Subject, 'operation'> & { plain: TruthfulServer },
): Promise<boolean> {
  if (fault.isStateful ? one.kind !== fault.kind : isStateful(one.expectation)) return false;
  if (!fault.applies({ operation, request, answer })) return false;
  if (fault.change) return !isSameAnswer(fault.change(answer), answer);
  if (fault.isStateful || !fault.serve) return true;
  return !isSameAnswer(await fault.serve(request), await plain.ask(request));
}
