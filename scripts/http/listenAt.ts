import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Place {
  /** This machine alone, unless it says otherwise. */
  host?: string;
  /** 0: one that is free. */
  port?: number;
  /** How long a connection is kept that nobody uses. In milliseconds. */
  idle?: number;
}

export interface Listening extends AsyncDisposable {
  /** Without a slash at its end. */
  url: string;
  /** Whoever is connected. */
  close(): Promise<void>;
}

/**
 * Has a server listen. Closed with `await using`. Idle connections are kept for long, since one that is closed just as its next
 * request is sent loses that: with Node's own five seconds a busy machine has lost logins.
 * @throws {NodeJS.ErrnoException} if it cannot listen there
 */
export async function listenAt(
  server: Server,
  { host = '127.0.0.1', port = 0, idle = 120_000 }: Place = {},
): Promise<Listening> {
  server.keepAliveTimeout = idle;
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
