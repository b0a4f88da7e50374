import { mkdir, mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { buildSite } from '../../scripts/docs/buildSite.ts';
import { pruneCache } from '../../scripts/docs/history/pruneCache.ts';
import { heaviestPage } from '../../scripts/docs/pageWeight.ts';
import { exampleDocument } from './exampleDocument.ts';
import { makeProject } from './makeProject.ts';

test('the heaviest page is weighed with all that it loads, and with nothing that it links to', () => {
  const page = '<link href="../style.css"><script src="a.js"></script><img src="a.js"><a href="big.html">';
  const weight = heaviestPage([
    { path: 'x/page.html', content: page },
    { path: 'x/other.html', content: 'small' },
    { path: 'style.css', content: 'a'.repeat(1000) },
    { path: 'x/a.js', content: 'b'.repeat(1000) },
    { path: 'x/unused.js', content: 'c'.repeat(9000) },
  ]);
  expect(weight).toMatchObject({ path: 'x/page.html', bytes: 2000 + page.length });
  expect(weight.compressed).toBeLessThan(500);
});

test('the Arazzo document of an API is published beside its bundle, and refers to it there', async () => {
  await using project = await makeProject({ clinic: exampleDocument });
  const source =
    'sourceDescriptions:\n  - name: clinic\n    url: ../../generated/clinic/openapi.json\n    type: openapi\n';
  await mkdir(join(project.root, 'openapi', 'clinic'), { recursive: true });
  await writeFile(
    join(project.root, 'openapi/clinic/workflows.arazzo.yaml'),
    `${source}  - url: https://a.example/openapi.json\n`,
  );
  const folder = join(project.root, 'dist');
  await buildSite({ root: project.root, names: ['clinic'], folder });
  const published = await readFile(join(folder, 'apis/clinic/workflows.arazzo.yaml'), 'utf8');
  expect(published).toContain('    url: ./openapi.json\n');
  expect(published).toContain('  - url: https://a.example/openapi.json\n');
});

test('of comparisons that were kept, the newest two hundred stay', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'cache-'));
  for (let index = 0; index < 203; index += 1) {
    await writeFile(join(folder, `${index}.json`), '');
    await utimes(join(folder, `${index}.json`), 1000 + index, 1000 + index);
  }
  await pruneCache(folder);
  const left = await readdir(folder);
  expect(left).toHaveLength(200);
  expect(left).not.toContain('2.json');
  await pruneCache(join(folder, 'none'));
  await rm(folder, { recursive: true });
});
