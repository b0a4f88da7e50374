import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { listeningUrl } from '../listeningUrl.ts';
import type { ServerFigures } from './probe.ts';

/** A server in a process of its own, with what it tells of itself. */
export interface MeasuredServer {
  /** Without a slash at the end. */
  url: string;
  figures(): Promise<ServerFigures>;
  stop(): Promise<void>;
}

const folder = import.meta.dirname;
const probe = pathToFileURL(join(folder, 'probe.ts')).href;

interface ServerOptions {
  /** The project's root. */
  cwd: string;
  /** Options of Node's own. */
  nodeArgs?: string[];
}

/** The mock as anybody starts it, without a line for each request. */
export function startMockServer(options: ServerOptions): Promise<MeasuredServer> {
  return startServer([join(folder, '../../mock.ts'), '--port', '0', '--quiet'], options);
}

/** The bare Prism core behind the smallest server. */
export function startBareServer(options: ServerOptions): Promise<MeasuredServer> {
  return startServer([join(folder, 'bareServer.ts')], options);
}

/** @throws {Error} if it does not start */
async function startServer(
  command: string[],
  { cwd, nodeArgs = [] }: ServerOptions,
): Promise<MeasuredServer> {
  const child = spawn(process.execPath, [...nodeArgs, `--import=${probe}`, ...command], {
    cwd,
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  const ended = new Promise((done) => child.once('close', done));
  const { stdout } = child;
  if (!stdout) throw new Error('The server to be measured cannot be heard.');
  return {
    url: await listeningUrl(stdout, ended),
    figures: () =>
      new Promise((done, fail) => {
        child.once('message', (figures) => done(figures as ServerFigures));
        child.send('figures', (error) => error && fail(error));
      }),
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}
