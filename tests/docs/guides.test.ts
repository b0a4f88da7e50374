import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findProjectRoot } from '../../scripts/apis/projectRoot.ts';
import { readApis } from '../../scripts/apis/readApis.ts';
import { guideText } from '../../scripts/docs/guides/guideText.ts';
import { parseGuide, readGuides, readSnippets } from '../../scripts/docs/guides/readGuides.ts';
import { renderGuide } from '../../scripts/docs/guides/renderGuide.ts';
import { type Mock, startMock } from '../../scripts/mock/startMock.ts';
import { environmentOf } from './samples/sampleFolder.ts';

const root = findProjectRoot();
const snippets = await readSnippets(join(root, 'docs-site', 'snippets'));
const guides = await readGuides(join(root, 'docs-site', 'guides'));
const blocks = guides.flatMap(({ name, text }) =>
  [...text.matchAll(/^```sh\n(.*?)^```/gms)].map(([, source = '']) => ({ name, source: source.trim() })),
);
const shown = guides.flatMap(({ text }) =>
  [...text.matchAll(/^```ts file=(\S+)$/gm)].map(([, file = '']) => file),
);

describe('the calls of the guides run', () => {
  let mock: Mock;
  let folder: string;
  let environment: Record<string, string>;
  beforeAll(async () => {
    const apis = await readApis(root);
    mock = await startMock({ apis, port: 0, credentials: 'known' });
    folder = await mkdtemp(join(tmpdir(), 'guides-'));
    environment = Object.assign({ TSCHARTS_URL: `${mock.url}/tscharts` }, ...apis.map(environmentOf));
    for (const file of ['right.jpg', 'left.jpg', 'study.dcm'])
      await writeFile(join(folder, file), 'fake bytes');
  });
  afterAll(async () => {
    await mock.close();
    await rm(folder, { recursive: true });
  });

  async function run(program: string, args: string[]) {
    const child = spawn(program, args, { cwd: folder, env: { ...process.env, ...environment } });
    const ended = new Promise<number>((resolve) => child.once('close', (code) => resolve(code ?? 1)));
    const [stdout, stderr, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
    return { stdout, stderr, code };
  }

  const calls = blocks.filter(({ source }) => source.startsWith('curl'));
  test.each(calls)('$name: $source', async ({ source }) => {
    const call = source.replaceAll('http://127.0.0.1:4010', mock.url);
    const { stdout, code } = await run('bash', ['-c', `${call} --silent --write-out '\\n%{http_code}'`]);
    expect(code).toBe(0);
    // The two calls that show how a refusal looks.
    const wanted = source.includes('code=404') ? '404' : /^curl -i \S+$/.test(source) ? '401' : '20\\d';
    expect(stdout).toMatch(new RegExp(`\\n${wanted}$`));
  });
  test('there are such calls', () => expect(calls.length).toBeGreaterThan(5));
});

const scripts = (
  JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { scripts: Record<string, string> }
).scripts;

test.each(blocks.filter(({ source }) => source.includes('npm run')))(
  '$name: npm knows $source',
  async ({ source }) => {
    for (const [, name = '', rest = ''] of source.matchAll(/^npm run (\S+)(.*)$/gm)) {
      expect(Object.keys(scripts)).toContain(name);
      const command = await readFile(join(root, 'scripts', `${name}.ts`), 'utf8');
      for (const [flag] of rest.matchAll(/--[a-z][a-z-]+/g))
        expect(command, `${name} ${flag}`).toContain(flag);
    }
  },
);

test('each snippet is shown; tests/clients runs them', () => {
  expect(shown.toSorted()).toEqual([...snippets.keys()].toSorted());
});

describe('a guide', () => {
  const guide = parseGuide(
    '3-some-thing.md',
    '# Title\n\nA lead\nof two lines.\n\nText `x`.\n\n```ts file=a.ts\n```\n',
  );

  test('has a title and a lead', () => {
    expect(guide).toMatchObject({ name: 'some-thing', title: 'Title', lead: 'A lead of two lines.' });
  });

  test.each(['# Title\n', 'Text\n\nText\n\nText', '# Title\n\n## Section\n\nText'])(
    'is refused: %j',
    (source) => {
      expect(() => parseGuide('1-x.md', source)).toThrow('# Title');
    },
  );

  test('shows a snippet as it is', () => {
    const source = "import { x } from 'care-contracts/clinic';\n";
    expect(guideText(guide, new Map([['a.ts', source]]))).toContain(`\`\`\`ts\n${source}\`\`\``);
  });

  test('names a snippet that is missing, and what to do', () => {
    expect(() => guideText(guide, new Map())).toThrow(/some-thing shows a\.ts.*\nAdd it/);
  });

  test.each([
    { text: '<b onclick="x()">bold</b>', want: '&#60;b onclick=&#34;x()&#34;&#62;bold&#60;/b&#62;' },
    {
      text: '[op](../apis/clinic/index.html#operation/x)',
      want: '<a href="../apis/clinic/index.html#operation/x">op</a>',
    },
    { text: '[op](../apis/other/index.html)', want: '<p>op</p>' },
    { text: '[next](./next-one.md#part)', want: '<a href="next-one.html#part">next</a>' },
    { text: '## Two *words* & `code`', want: '<h2 id="two-words-code">' },
    { text: '```sh\n# why\necho "<x>"\n```', want: '<i># why</i>\necho &#34;&#60;x&#62;&#34;' },
  ])('$text', ({ text, want }) => expect(renderGuide(text, ['clinic']).markup).toContain(want));
});
