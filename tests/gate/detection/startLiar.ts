import type { Listening } from '../../../scripts/http/listenAt.ts';
import type { Operation } from '../../../scripts/model/operation.ts';
import type { Truth } from '../fault.ts';
import { listen } from '../listen.ts';
import type { WireAnswer, WireRequest } from '../wire.ts';
import type { PlacedFault } from './subject.ts';
import type { TruthfulServer } from './truthfulServer.ts';

/** One fault, and what it needs to know of whom it lies about. */
export interface Lie {
  fault: PlacedFault;
  operation: Operation;
  truth: Truth;
}

/** A server that tells the truth below `/truth`, and below any other first segment the lie that is told there. */
export interface Liar extends Listening {
  lies: Map<string, Lie>;
}

export async function startLiar(server: TruthfulServer): Promise<Liar> {
  const lies = new Map<string, Lie>();
  const listening = await listen(({ target, ...rest }) => {
    const [, name = '', path = ''] = /^\/([^/]*)(.*)$/s.exec(target) ?? [];
    const request = { ...rest, target: path };
    const lie = lies.get(name);
    return lie ? answerWith(lie, request, server) : server.ask(request);
  });
  return { ...listening, lies };
}

/** What a server with one fault answers. */
export async function answerWith(
  { fault, operation, truth }: Lie,
  request: WireRequest,
  server: TruthfulServer,
): Promise<WireAnswer> {
  if (fault.serve) return fault.serve(request);
  const answer = await server.ask(request);
  if (!fault.applies({ operation, request, answer })) return answer;
  if (fault.change) return fault.change(answer);
  return fault.ask ? server.ask(await fault.ask({ operation, request }, truth)) : answer;
}
