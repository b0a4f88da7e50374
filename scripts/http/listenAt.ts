import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

interface Place {
  /** This machine alone, unless it says otherwise. */
  host?: string;
  /** 0: one that is free. */
  port?: number;
}

export interface Listening extends AsyncDisposable {
  /** Without a slash at its end. */
  url: string;
  /** Whoever is connected. */
  close(): Promise<void>;
}

/**
 * Has a server listen. Closed with `await using`.
 * @throws {NodeJS.ErrnoException} if it cannot listen there
 */
export async function listenAt(
  server: Server,
  { host = '127.0.0.1', port = 0 }: Place = {},
): Promise<Listening> {
  await new Promise<void>((listening, failed) => {
    server.once('error', failed);
    server.listen(port, host, listening);
  });
  const { port: taken } = server.address() as AddressInfo;
  const close = () =>
    new Promise<void>((closed) => {
      server.close(() => closed());
      server.closeAllConnections();
    });
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${taken}`,
    close,
    [Symbol.asyncDispose]: close,
  };
}
