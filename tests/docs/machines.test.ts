import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { findProjectRoot } from '../../scripts/apis/projectRoot.ts';
import { apiOf, readApi } from '../../scripts/apis/readApi.ts';
import { readRegistry } from '../../scripts/apis/registry.ts';
import { renderReferenceText } from '../../scripts/docs/machines/referenceText.ts';
import { contentOf } from '../../scripts/docs/readContent.ts';
import { renderSite } from '../../scripts/docs/renderSite.ts';
import { exampleDocument } from './exampleDocument.ts';

const api = apiOf('clinic', exampleDocument);
const files = new Map(renderSite(await contentOf([api])).map(({ path, content }) => [path, String(content)]));

describe('the reference as Markdown', () => {
  const text = renderReferenceText(
    api,
    new Map([['createVisit', [{ lang: 'Shell', label: 'curl', source: 'curl …' }]]]),
  );
  test.each([
    '# Fake Clinic 1.2.3',
    '### POST /visits',
    'operationId: `createVisit`. Create a visit',
    'Source: clinic.txt, “GET one”',
    'Security: `clinicKey` [conflict: A key is needed. — The rule outweighs the example.]',
    "- `id` (in path, integer, required) – The visit's number. [type, inferred: The example shows a number.]",
    '- `age` (integer) – In years. [type, inferred: Only here is the age read back.]',
    "- `name` (string, required) – The patient's name.",
    '- `note` (string) [inferred: The example carries a `note`.]',
    '- 201: The visit is announced. [inferred: Creating is answered with 201 (RFC 9110 section 15.3.2).]',
    '```sh\ncurl …\n```',
  ])('%s', (want) => expect(text).toContain(want));

  test('has every operation of every API', async () => {
    const root = findProjectRoot();
    for (const { name } of readRegistry(root)) {
      const one = await readApi({ root, name });
      const reference = renderReferenceText(one, new Map());
      for (const { method, path } of one.operations) expect(reference).toContain(`### ${method} ${path}\n`);
    }
  });
});

test('llms.txt names files that are there, and nothing else', () => {
  const text = files.get('llms.txt') ?? '';
  expect(text).toMatch(/^# care-contracts\n\n> /);
  const links = [...text.matchAll(/\]\(([^)]+)\)/g)].map(([, link = '']) => link);
  expect(links.length).toBeGreaterThan(8);
  // The bundle is copied, not made.
  for (const link of links) expect([...files.keys(), 'apis/clinic/openapi.json']).toContain(link);
});

test('the YAML is the bundle', () => {
  expect(parse(files.get('apis/clinic/openapi.yaml') ?? '')).toEqual(exampleDocument);
});

test('an Arazzo document is offered where there is one', async () => {
  const content = await contentOf([api]);
  const workflows = 'arazzo: 1.0.1\n';
  const site = renderSite({ ...content, apis: content.apis.map((one) => ({ ...one, workflows })) });
  const paths = site.map(({ path }) => path);
  expect(paths).toContain('apis/clinic/workflows.arazzo.yaml');
  expect([...files.keys()]).not.toContain('apis/clinic/workflows.arazzo.yaml');
  expect(files.get('downloads.html')).not.toContain('arazzo.yaml');
  expect(String(site.find(({ path }) => path === 'downloads.html')?.content)).toContain(
    'workflows.arazzo.yaml"',
  );
});
