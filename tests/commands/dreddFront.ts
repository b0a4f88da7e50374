import { createServer, type IncomingMessage } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { listenAt } from '../../scripts/http/listenAt.ts';

export interface SeenRequest {
  method: string;
  url: string;
  headers: IncomingMessage['headers'];
  body: Buffer;
}

export interface Reply {
  status: number;
  headers: Record<string, string>;
  body: Buffer;
}

/** Changes a reply, or leaves it alone. */
export type Lie = (request: SeenRequest, reply: Reply) => void;

/** A server in front of another that notes each request and may change each reply. */
export async function startFront(behind: string, lie: Lie = () => undefined) {
  const seen: SeenRequest[] = [];
  const server = createServer(async (incoming, outgoing) => {
    const { method = 'GET', url = '/', headers } = incoming;
    const request = { method, url, headers, body: await buffer(incoming) };
    seen.push(request);
    const reply = await forward(behind, request);
    lie(request, reply);
    outgoing.writeHead(reply.status, reply.headers).end(reply.body);
  });
  const { url, close } = await listenAt(server);
  return { url, seen, close };
}

async function forward(behind: string, { method, url, headers, body }: SeenRequest): Promise<Reply> {
  const kept = ['accept', 'authorization', 'content-type', 'prefer'].flatMap((name) =>
    headers[name] === undefined ? [] : [[name, String(headers[name])]],
  );
  const answer = await fetch(behind + url, {
    method,
    headers: Object.fromEntries(kept),
    ...(body.length > 0 && { body: new Uint8Array(body) }),
  });
  const fields = [...answer.headers].filter(
    ([name]) => !['connection', 'keep-alive', 'transfer-encoding'].includes(name),
  );
  const { 'content-length': _, ...rest } = Object.fromEntries(fields);
  return { status: answer.status, headers: rest, body: Buffer.from(await answer.arrayBuffer()) };
}
