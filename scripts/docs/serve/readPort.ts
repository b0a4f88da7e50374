import { UsageError } from '../../model/errors.ts';

const defaultPort = '4020';

/**
 * The port to serve on; 0 takes a free one.
 * @throws {UsageError} if it is none, or nothing is to be served
 */
export function readPort(text: string | undefined, isServed: boolean): number {
  if (text !== undefined && !isServed)
    throw new UsageError('--port is of use with --serve alone.\nAdd --serve, or leave it out.');
  const port = Number(text ?? defaultPort);
  if (/^\d+$/.test(text ?? defaultPort) && port <= 65_535) return port;
  throw new UsageError(`--port ${text} is no port.\nGive a number from 0 to 65535; 0 takes a free one.`);
}
