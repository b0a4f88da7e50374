import { createServer } from 'node:http';
import { type Listening, listenAt, type Place } from '../../scripts/http/listenAt.ts';
import { deliver, receive } from './deliver.ts';
import type { WireAnswer, WireRequest } from './wire.ts';

/** A server on a free port of this machine; what it cannot answer is 502. Closed with `await using`. */
export async function listen(
  answer: (request: WireRequest) => Promise<WireAnswer>,
  place: Pick<Place, 'idle'> = {},
): Promise<Listening> {
  const server = createServer(async (incoming, outgoing) => {
    try {
      deliver(outgoing, await answer(await receive(incoming)));
    } catch (error) {
      outgoing.writeHead(502, { 'content-type': 'text/plain' }).end(String(error));
    }
  });
  return listenAt(server, place);
}
