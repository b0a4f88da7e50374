import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type SiteServer, startSiteServer } from '../../scripts/docs/serve/startSiteServer.ts';
import { watchFolders } from '../../scripts/docs/serve/watchFolders.ts';
import { withReload } from '../../scripts/docs/serve/withReload.ts';

let folder: string;
let server: SiteServer;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'served-'));
  await mkdir(join(folder, 'dist', 'guides'), { recursive: true });
  await writeFile(join(folder, 'secret.txt'), 'classified');
  const page = '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'"><body></body>';
  await writeFile(join(folder, 'dist', 'index.html'), page);
  await writeFile(join(folder, 'dist', 'guides', 'index.html'), page);
  await writeFile(join(folder, 'dist', 'a b.md'), '# A');
  server = await startSiteServer({ folder: join(folder, 'dist'), port: 0 });
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

describe('the served site', () => {
  test.each([
    { path: '/', status: 200, type: 'text/html; charset=utf-8' },
    { path: '/index.html?x=1', status: 200, type: 'text/html; charset=utf-8' },
    { path: '/guides/', status: 200, type: 'text/html; charset=utf-8' },
    { path: '/guides', status: 308, type: null },
    { path: '/a%20b.md', status: 200, type: 'text/markdown; charset=utf-8' },
    { path: '/none.html', status: 404, type: 'text/plain' },
    { path: '/%2e%2e/secret.txt', status: 404, type: 'text/plain' },
    { path: '/..%2fsecret.txt', status: 404, type: 'text/plain' },
    { path: '/%00', status: 404, type: 'text/plain' },
    { path: '/%zz', status: 404, type: 'text/plain' },
  ])('$path is $status', async ({ path, status, type }) => {
    const response = await fetch(`${server.url}${path}`, { redirect: 'manual' });
    expect([response.status, response.headers.get('content-type')]).toEqual([status, type]);
    expect(await response.text()).not.toContain('classified');
  });

  test('takes no other method', async () => {
    const response = await fetch(server.url, { method: 'POST', body: 'x' });
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
  });

  test('tells its pages when it was built anew', async () => {
    const page = await (await fetch(server.url)).text();
    expect(page).toContain("default-src 'none'; script-src 'self'; connect-src 'self'");
    const [, script = ''] = /<script src="([^"]+)">/.exec(page) ?? [];
    const [, events = ''] =
      /EventSource\('([^']+)'\)/.exec(await (await fetch(server.url + script)).text()) ?? [];
    const response = await fetch(server.url + events);
    const reader = response.body?.getReader();
    server.reload();
    const chunk = await reader?.read();
    expect(new TextDecoder().decode(chunk?.value)).toBe('data: built\n\n');
    await reader?.cancel();
  });

  test('a port in use is told of', async () => {
    const port = Number(new URL(server.url).port);
    await expect(startSiteServer({ folder, port })).rejects.toThrow(`Port ${port} cannot be listened on`);
  });
});

test('a policy that lets scripts run keeps them', () => {
  const page = '<meta http-equiv="Content-Security-Policy" content="script-src \'self\' blob:">';
  expect(withReload(page)).toContain("content=\"script-src 'self' blob:; connect-src 'self'\"");
});

test('a change of a file is noticed once it is quiet; a folder that is not there is none', async () => {
  const watched = await mkdtemp(join(tmpdir(), 'watched-'));
  let calls = 0;
  const watcher = watchFolders([watched, join(watched, 'none')], async () => {
    calls += 1;
  });
  for (const name of ['one', 'two', 'three']) await writeFile(join(watched, name), name);
  await expect.poll(() => calls, { timeout: 5000 }).toBe(1);
  watcher.close();
  await rm(watched, { recursive: true });
});
