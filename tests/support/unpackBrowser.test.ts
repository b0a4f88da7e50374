import { access, constants, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../scripts/files/temporaryFolder.ts';
import { unpackBrowser } from './unpackBrowser.ts';

test('who unpacks the browser at the same time gets the same, whole one, and nothing is left beside it', async () => {
  using cache = temporaryFolder('unpacked-');
  const [first, second] = await Promise.all([unpackBrowser(cache.path), unpackBrowser(cache.path)]);
  expect(second).toBe(first);
  const [folder, ...others] = await readdir(cache.path);
  expect(others).toEqual([]);
  expect(await readdir(join(cache.path, folder ?? ''))).toEqual(
    expect.arrayContaining(['chromium', 'fonts', 'libGLESv2.so']),
  );
  await access(first, constants.X_OK);
});
