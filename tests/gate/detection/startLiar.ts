import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Operation } from '../../../scripts/model/operation.ts';
import { deliver, receive } from '../deliver.ts';
import type { Truth } from '../fault.ts';
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
export interface Liar extends AsyncDisposable {
  url: string;
  lies: Map<string, Lie>;
}

export async function startLiar(server: TruthfulServer): Promise<Liar> {
  const lies = new Map<string, Lie>();
  const listening = createServer(async (incoming, outgoing) => {
    try {
      const { target, ...rest } = await receive(incoming);
      const [, name = '', path = ''] = /^\/([^/]*)(.*)$/s.exec(target) ?? [];
      const request = { ...rest, target: path };
      const lie = lies.get(name);
      deliver(outgoing, lie ? await answerWith(lie, request, server) : await server.ask(request));
    } catch (error) {
      outgoing.writeHead(502, { 'content-type': 'text/plain' }).end(String(error));
    }
  });
  // A connection that is closed while it is idle would be lost with the next request on it.
  listening.keepAliveTimeout = 120_000;
  await new Promise<void>((resolve) => listening.listen(0, '127.0.0.1', resolve));
  const { port } = listening.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    lies,
    [Symbol.asyncDispose]: () =>
      new Promise<void>((closed) => {
        listening.close(() => closed());
        listening.closeAllConnections();
      }),
  };
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
