import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { bundleFile } from '../../../apis/readApi.ts';

export interface PrismProxy {
  url: string;
  stop(): Promise<void>;
}

/**
 * Prism's command in front of a server, on a free port.
 * @throws {Error} if it ends before it listens; it says what Prism said
 */
export async function startPrismProxy(order: {
  root: string;
  api: string;
  upstream: string;
}): Promise<PrismProxy> {
  const { root, api, upstream } = order;
  const script = join(root, 'node_modules', '@stoplight', 'prism-cli', 'dist', 'index.js');
  const args = ['proxy', bundleFile(root, api), upstream, '--errors', '--port', '0'];
  const child = spawn(process.execPath, [script, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = once(child, 'exit');
  // It would outlive us.
  const kill = () => child.kill();
  process.once('exit', kill);
  child.stderr.resume();
  const said: string[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    said.push(line);
    const [, url] = /listening on (http:\S+)/.exec(line) ?? [];
    if (url === undefined) continue;
    child.stdout.resume();
    return {
      url,
      async stop() {
        process.removeListener('exit', kill);
        child.kill();
        await ended;
      },
    };
  }
  throw new Error(`Prism did not start in front of ${api}: ${said.slice(-3).join(' ')}`);
}
