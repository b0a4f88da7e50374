import { request as askPlainly, type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
import { request as askSecurely } from 'node:https';
import { pipeline } from 'node:stream/promises';

interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

/** For a whole answer, in milliseconds. */
const patience = 30_000;
/** In bytes. */
const largestAnswer = 16 * 2 ** 20;

/** Fields that belong to one connection (RFC 9110 section 7.6.1), or are set anew. */
const ofConnection = [
  ...['connection', 'content-length', 'keep-alive', 'proxy-authenticate', 'proxy-authorization'],
  ...['proxy-connection', 'te', 'trailer', 'transfer-encoding', 'upgrade'],
];

/**
 * Sends a request on to a server, and reads its answer whole. It is asked for uncompressed, so that a few bytes cannot become
 * a flood, and a redirect loses its `Location`, so that nobody follows it elsewhere.
 * @throws {Error} where no whole answer comes in time, or too much of it, or compressed all the same
 */
export async function forward(incoming: IncomingMessage, target: string): Promise<Answer> {
  const signal = AbortSignal.timeout(patience);
  const url = `${target}${incoming.url}`;
  const ask = url.startsWith('https:') ? askSecurely : askPlainly;
  const length = incoming.headers['content-length'];
  const headers = {
    ...without(incoming.headers, [...ofConnection, 'host', 'expect', 'accept-encoding']),
    'accept-encoding': 'identity',
    ...(length !== undefined && { 'content-length': length }),
  };
  const outgoing = ask(url, { method: incoming.method, headers, signal, agent: false });
  const answered = new Promise<IncomingMessage>((resolve, reject) => {
    outgoing.once('response', resolve);
    outgoing.once('error', reject);
  });
  // A server may answer, and close, before it has read all: what counts is the answer.
  pipeline(incoming, outgoing).catch(() => undefined);
  const answer = await answered;
  if ((answer.headers['content-encoding'] ?? 'identity') !== 'identity') {
    outgoing.destroy();
    throw new Error('The answer is compressed, which was not asked for.');
  }
  const status = answer.statusCode ?? 502;
  const isRedirect = status >= 300 && status < 400;
  return {
    status,
    headers: without(answer.headers, [...ofConnection, ...(isRedirect ? ['location'] : [])]),
    body: await read(answer, signal),
  };
}

async function read(answer: IncomingMessage, signal: AbortSignal): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of answer) {
    signal.throwIfAborted();
    size += (chunk as Buffer).length;
    if (size > largestAnswer) throw new Error('The answer is too long.');
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks);
}

function without(headers: IncomingHttpHeaders, names: readonly string[]): IncomingHttpHeaders {
  const named = `${headers.connection ?? ''}`.toLowerCase().split(/\s*,\s*/);
  return Object.fromEntries(
    Object.entries(headers).filter(([name]) => !names.includes(name) && !named.includes(name)),
  );
}
