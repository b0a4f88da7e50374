import { createServer, type IncomingMessage } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { listenAt } from '../../../scripts/http/listenAt.ts';

/** What a request says, however its sender writes it: JSON without its blanks, a form without its boundary. */
export interface SeenRequest {
  method: string;
  url: string;
  headers: Record<string, string>;
  body: unknown;
  status: number;
}

/** A server that notes what came, whatever the document calls sensitive included, and passes it on; to nobody, it answers 200. */
export async function startRecordingFront(target?: string) {
  let seen: SeenRequest[] = [];
  const server = createServer(async (request, response) => {
    const content = await buffer(request);
    const answer = target ? await passOn(target, request, content) : new Response('{}');
    seen.push({ ...(await seenRequest(request, content)), status: answer.status });
    const type = answer.headers.get('content-type');
    response.writeHead(answer.status, type ? { 'content-type': type } : {});
    response.end(await answer.bytes());
  });
  const { url, close } = await listenAt(server);
  return {
    url,
    close,
    /** What came since the last time, in an order that does not depend on who was first. */
    take(): SeenRequest[] {
      const taken = seen.toSorted((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b)));
      seen = [];
      return taken;
    },
  };
}

async function passOn(target: string, { method = 'GET', url, headers }: IncomingMessage, content: Buffer) {
  const passed = Object.entries(headers).filter(([name]) => !['host', 'connection', 'expect'].includes(name));
  return fetch(`${target}${url}`, {
    method,
    headers: Object.fromEntries(passed) as Record<string, string>,
    ...(content.length > 0 && { body: Uint8Array.from(content) }),
  });
}

/** What every sender writes in its own way, or leaves to HTTP. */
const ownMatters = new Set([
  ...['host', 'connection', 'user-agent', 'content-length', 'accept-encoding', 'accept-language'],
  ...['transfer-encoding', 'sec-fetch-mode', 'expect'],
]);

async function seenRequest({ method = '', url = '', headers }: IncomingMessage, content: Buffer) {
  const type = headers['content-type'] ?? '';
  const own = Object.entries(headers).filter(([name]) => !ownMatters.has(name));
  return {
    method,
    url,
    headers: { ...Object.fromEntries(own), ...(type && { 'content-type': essence(type) }) } as Record<
      string,
      string
    >,
    body: await readContent(content, type),
  };
}

function essence(type: string): string {
  return type.split(';', 1).join('').trim();
}

async function readContent(content: Buffer, type: string): Promise<unknown> {
  if (content.length === 0) return undefined;
  if (essence(type) === 'application/json') return JSON.parse(content.toString());
  if (!/^(multipart\/form-data|application\/x-www-form-urlencoded)/.test(type))
    return content.toString('latin1');
  const form = await new Response(Uint8Array.from(content), { headers: { 'content-type': type } }).formData();
  const parts = await Promise.all([...form].map(async ([name, value]) => [name, await partOf(value)]));
  return parts.toSorted((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b)));
}

/** Which type a file is said to have is up to who sends it: the document names none. */
async function partOf(value: FormDataEntryValue): Promise<unknown> {
  if (typeof value === 'string') return value;
  return { file: value.name, bytes: Buffer.from(await value.arrayBuffer()).toString('latin1') };
}
