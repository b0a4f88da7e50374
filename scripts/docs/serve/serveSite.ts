import { join } from 'node:path';
import { explain } from '../../cli/exit.ts';
import { stopSignal } from '../../cli/stopSignal.ts';
import { themeFolder } from '../readContent.ts';
import { startSiteServer } from './startSiteServer.ts';
import { watchFolders } from './watchFolders.ts';

interface Serving {
  folder: string;
  port: number;
  /** What the site is made of, besides our guides and styles. */
  watched: string[];
  build(): Promise<unknown>;
}

/** Serves a site until the process is told to stop; builds it anew, and reloads its pages, when what it is made of changes. */
export async function serveSite({ folder, port, watched, build }: Serving): Promise<void> {
  const stopped = stopSignal();
  const server = await startSiteServer({ folder, port });
  const own = ['assets', 'guides', 'snippets'].map((name) => join(themeFolder, name));
  const watcher = watchFolders([...watched, ...own], async () => {
    try {
      await build();
      server.reload();
    } catch (error) {
      explain(error);
      process.stderr.write('The site stays as it was.\n');
    }
  });
  process.stdout.write(`listening on ${server.url}\n`);
  await stopped;
  watcher.close();
  await server.close();
}
