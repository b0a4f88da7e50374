import type { Operation } from '../../../../scripts/model/operation.ts';
import type { Truth } from '../../fault.ts';
import type { PlacedFault } from '../subject.ts';
import type { Answering, Asked, Find } from './between.ts';
import type { LiveServer } from './liveMock.ts';

interface Lying {
  fault: PlacedFault;
  operation: Operation;
  truth: Truth;
  server: Pick<LiveServer, 'ask' | 'held'>;
  find: Find;
}

/** A live server with one fault of one operation: whatever else it is asked, on the way to that, it answers truthfully. */
export function lyingServer({ fault, operation, truth, server, find }: Lying): Answering {
  const { ask, held } = server;
  const between = fault.between?.(find);
  if (between) return (request) => between(request, ask);
  return async (request) => {
    if (!isFor(find(request), operation)) return ask(request);
    if (fault.serve) return fault.serve(request, held);
    // What is changed is the question: the true one is not asked, since that would do what it asks for.
    if (fault.ask) {
      const exchange = { operation, request };
      return ask(fault.applies(exchange) ? await fault.ask(exchange, truth) : request);
    }
    const answer = await ask(request);
    return fault.change && fault.applies({ operation, request, answer }) ? fault.change(answer) : answer;
  };
}

/** A method that a path does not have is for none of its operations, and so for each. */
function isFor(asked: Asked | undefined, operation: Operation): boolean {
  return asked?.isOwn ? asked.operation === operation : asked?.operation.path === operation.path;
}
