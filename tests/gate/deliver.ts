import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import type { WireAnswer, WireRequest } from './wire.ts';

/** A request as it came in. */
export async function receive(incoming: IncomingMessage): Promise<WireRequest> {
  const { method = 'GET', url = '/', headers } = incoming;
  const given = Object.entries(headers).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value]],
  );
  return { method, target: url, headers: Object.fromEntries(given), body: await buffer(incoming) };
}

/** Sends an answer in the way that it is to come. */
export function deliver(outgoing: ServerResponse, answer: WireAnswer): void {
  const { status, headers, body, delivery } = answer;
  if (delivery === 'none') outgoing.destroy();
  else if (delivery === 'half') deliverHalf(outgoing, answer);
  else if (delivery === 'endless') void pourInto(outgoing.writeHead(status, headers), body);
  else if (delivery !== 'never') outgoing.writeHead(status, headers).end(body);
}

/** Half of the body, of which the whole has been announced. */
function deliverHalf(outgoing: ServerResponse, { status, headers, body }: WireAnswer): void {
  outgoing.writeHead(status, { ...headers, 'content-length': Math.max(body.byteLength, 2) });
  outgoing.write(body.byteLength > 1 ? body.subarray(0, body.byteLength / 2) : ' ', () => outgoing.destroy());
}

/** The same again and again, until nobody listens any more: that ends the pipeline with an error. */
async function pourInto(outgoing: ServerResponse, body: Buffer): Promise<void> {
  const drop = Buffer.concat([body, Buffer.alloc(64 * 1024, ' ')]);
  await pipeline(Readable.from(again(drop)), outgoing).catch(() => {});
}

function* again(drop: Buffer): Generator<Buffer> {
  for (;;) yield drop;
}
