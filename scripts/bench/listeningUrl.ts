import { createInterface } from 'node:readline/promises';

/**
 * The address that a server of ours prints once it answers.
 * @param ended resolves when its process does
 * @throws {Error} if it ends before, or says something else
 */
export async function listeningUrl(stdout: NodeJS.ReadableStream, ended: Promise<unknown>): Promise<string> {
  const lines = createInterface({ input: stdout });
  const line = await Promise.race([
    new Promise<string>((done) => lines.once('line', done)),
    ended.then(() => ''),
  ]);
  lines.close();
  const [, url] = /^listening on (\S+)$/.exec(line) ?? [];
  if (url === undefined) throw new Error('The server to be measured did not start.');
  return url;
}
