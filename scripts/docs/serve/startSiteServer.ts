import { createServer, type ServerResponse } from 'node:http';
import { listenAt } from '../../http/listenAt.ts';
import { UsageError } from '../../model/errors.ts';
import { mediaTypeOf } from '../mediaTypeOf.ts';
import { readSiteFile } from './readSiteFile.ts';
import { eventsPath, reloadScript, scriptPath, withReload } from './withReload.ts';

export interface SiteServer {
  url: string;
  /** Tells every open page to load itself anew. */
  reload(): void;
  close(): Promise<void>;
}

/**
 * Serves a folder to this machine alone; its pages reload when they are told to.
 * @throws {UsageError} if the port cannot be listened on
 */
export async function startSiteServer({
  folder,
  port,
}: {
  folder: string;
  port: number;
}): Promise<SiteServer> {
  const listeners = new Set<ServerResponse>();
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    if (!['GET', 'HEAD'].includes(request.method ?? '')) return send(response, 405, { allow: 'GET, HEAD' });
    if (pathname === eventsPath) return listen(listeners, response);
    if (pathname === scriptPath)
      return send(response, 200, { 'content-type': mediaTypeOf(scriptPath) }, reloadScript);
    await sendFile({ folder, pathname, response });
  });
  const { url, close } = await listenAt(server, { port }).catch((cause: Error) => {
    throw new UsageError(
      `Port ${port} cannot be listened on: ${cause.message}.\nChoose another one: --port N; 0 takes a free one.`,
      { cause },
    );
  });
  return {
    url,
    close,
    reload() {
      for (const listener of listeners) listener.write('data: built\n\n');
    },
  };
}

/** Server-sent events (HTML section 9.2). */
function listen(listeners: Set<ServerResponse>, response: ServerResponse): void {
  response
    .writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' })
    .flushHeaders();
  listeners.add(response);
  response.once('close', () => listeners.delete(response));
}

interface Asked {
  folder: string;
  pathname: string;
  response: ServerResponse;
}

async function sendFile({ folder, pathname, response }: Asked): Promise<void> {
  const file = await readSiteFile(folder, pathname);
  if (!file) return send(response, 404, { 'content-type': 'text/plain' }, `There is no ${pathname}.\n`);
  // Links of a folder's page are relative to it.
  if (file.isFolder && !pathname.endsWith('/')) return send(response, 308, { location: `${pathname}/` });
  const type = mediaTypeOf(file.path);
  const content = type.startsWith('text/html') ? withReload(file.content.toString()) : file.content;
  send(response, 200, { 'content-type': type, 'cache-control': 'no-store' }, content);
}

function send(
  response: ServerResponse,
  status: number,
  headers: Record<string, string>,
  content: string | Buffer = '',
): void {
  response.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(content) }).end(content);
}
