import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { findProjectRoot } from '../../scripts/apis/projectRoot.ts';

const unpack = `import('@sparticuz/chromium').then(({ default: chromium }) => chromium.executablePath())`;

/**
 * The browser inside the npm package, unpacked below `node_modules/.cache` by its version. Left to itself the package
 * unpacks to `/tmp/chromium`, and takes whatever stands there: half a browser that another process is still writing,
 * one of another version, or somebody else's program. So each process unpacks into a folder of its own, and the first
 * one to be done puts it in its place.
 */
export async function unpackBrowser(
  cache = join(findProjectRoot(), 'node_modules', '.cache'),
): Promise<string> {
  const folder = join(cache, `chromium-${await packedVersion()}`);
  const browser = join(folder, 'chromium');
  if (existsSync(browser)) return browser;
  await mkdir(cache, { recursive: true });
  const fresh = await mkdtemp(`${folder}-`);
  try {
    await promisify(execFile)(process.execPath, ['--eval', unpack], {
      cwd: findProjectRoot(),
      env: { ...process.env, TMPDIR: fresh },
    });
    await rename(fresh, folder);
  } catch (error) {
    if (!existsSync(browser)) throw error;
  } finally {
    await rm(fresh, { recursive: true, force: true });
  }
  return browser;
}

async function packedVersion(): Promise<string> {
  const manifest = join(findProjectRoot(), 'node_modules', '@sparticuz', 'chromium', 'package.json');
  return JSON.parse(await readFile(manifest, 'utf8')).version;
}
