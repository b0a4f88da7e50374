import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { findProjectRoot } from '../../apis/projectRoot.ts';
import { readApi } from '../../apis/readApi.ts';
import { readRegistry } from '../../apis/registry.ts';
import { bareCore, type PrismRequest } from '../../mock/prism/bareCore.ts';

/**
 * The smallest server that the bare Prism core can have, in a process of its own: every API under `/<name>`. It parses
 * JSON, and hands everything else on as text, which is how the core takes it.
 */
async function main(): Promise<void> {
  const root = findProjectRoot();
  const cores = new Map<string, Awaited<ReturnType<typeof bareCore>>>();
  for (const { name } of readRegistry(root)) cores.set(name, await bareCore(await readApi({ root, name })));
  const server = createServer(async (received, response) => {
    const { api, request } = await read(received);
    const core = cores.get(api);
    if (!core) response.writeHead(404).end();
    else write(response, await core(request));
  });
  server.listen(0, '127.0.0.1', () => {
    const { port } = server.address() as AddressInfo;
    process.stdout.write(`listening on http://127.0.0.1:${port}\n`);
  });
}

async function read(received: IncomingMessage): Promise<{ api: string; request: PrismRequest }> {
  const { method = 'GET', url = '/', headers } = received;
  const { pathname, searchParams } = new URL(url, 'http://127.0.0.1');
  const [, api = '', path = ''] = /^\/([^/]*)(.*)$/s.exec(pathname) ?? [];
  const body = await readContent(received);
  return {
    api,
    request: {
      method: method.toLowerCase() as PrismRequest['method'],
      url: { path: path || '/', query: readQuery(searchParams) },
      headers: headers as Record<string, string>,
      ...(body !== undefined && { body }),
    },
  };
}

function readQuery(parameters: URLSearchParams): Record<string, string | string[]> {
  const query: Record<string, string | string[]> = {};
  for (const name of parameters.keys()) {
    const values = parameters.getAll(name);
    query[name] = values.length === 1 ? (values[0] ?? '') : values;
  }
  return query;
}

async function readContent(received: IncomingMessage): Promise<unknown> {
  const { headers } = received;
  if (headers['transfer-encoding'] === undefined && (headers['content-length'] ?? '0') === '0')
    return undefined;
  const content = await text(received);
  if (!/^application\/(.+\+)?json/.test(headers['content-type'] ?? '')) return content;
  try {
    return JSON.parse(content);
  } catch {
    return content;
  }
}

function write(
  response: ServerResponse,
  { status, headers, body }: Awaited<ReturnType<Awaited<ReturnType<typeof bareCore>>>>,
): void {
  response.writeHead(status, headers);
  response.end(body);
}

await main();
