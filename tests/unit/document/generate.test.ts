import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { findProjectRoot } from '../../../scripts/apis/projectRoot.ts';
import { describeUnusable } from '../../../scripts/contract/describeUnusable.ts';
import { generateForeign } from '../../../scripts/contract/foreignContract.ts';
import { documentName } from '../../../scripts/document/documentName.ts';
import { documentOf, doubling, hostileNames, hostileNamesDocument } from './hostile.ts';
import { makeFiles } from './makeFiles.ts';

const root = findProjectRoot();

/** Less than anybody would want, so that what has no end is given up soon. In milliseconds. */
const patience = 1500;

/** What is generated from a document: the text of each test, by its name, and how long it took. */
async function generate(content: unknown, name = 'root.json') {
  using files = await makeFiles({ [name]: content });
  const startedAt = performance.now();
  using foreign = generateForeign(files.file(name), root, patience);
  const names = readdirSync(foreign.tests);
  const texts = names.map((one) => readFileSync(join(foreign.tests, one), 'utf8'));
  return {
    foreign,
    names,
    texts,
    durationMs: performance.now() - startedAt,
    folder: dirname(foreign.bundle),
  };
}

/** Every call and template that stands in a text as code. */
function codeIn(text: string): string[] {
  const found: string[] = [];
  const source = ts.createSourceFile('fake.ts', text, ts.ScriptTarget.Latest);
  const visit = (node: ts.Node) => {
    if (ts.isCallExpression(node)) found.push(node.expression.getText(source));
    if (ts.isTemplateExpression(node) || ts.isNoSubstitutionTemplateLiteral(node)) found.push('template');
    ts.forEachChild(node, visit);
  };
  visit(source);
  return [...new Set(found)];
}

describe('hostile names', () => {
  test('are texts in what is generated, and nothing else', async () => {
    const { foreign, names, texts, folder } = await generate(hostileNamesDocument());
    expect(foreign.api.operations.length).toBeGreaterThanOrEqual(hostileNames.length);
    expect(names.filter((name) => !/^[a-z0-9-]+\.test\.ts$/.test(name))).toEqual([]);
    const known = [
      'describe',
      'given',
      ...['accepts', 'refuses', 'denies', 'answers', 'skips'].map((one) => `the.${one}`),
    ];
    const also = ['the.fuzzes', 'the.knowsNoMethod', 'the.knowsNoMediaType', 'the.findsNothing'];
    const others = texts.flatMap(codeIn).filter((one) => ![...known, ...also].includes(one));
    expect(others).toEqual([]);
    expect(existsSync(folder)).toBe(false);
  });

  test.each([
    ['Museum API.yaml', 'museum-api'],
    ['petstore.openapi.json', 'petstore'],
    ['../..$(x).json', 'x'],
    ['3.1.yaml', 'document'],
    ['日本.json', 'document'],
    [`${'a'.repeat(200)}.json`, 'a'.repeat(60)],
  ])('a document called %s is called %s', (file, name) => expect(documentName(`/fake/${file}`)).toBe(name));

  test('are harmless on a terminal', () => {
    const unusable = [{ pointer: '/\u001b[31m\u0007red\n', reason: 'x'.repeat(1000) }];
    const told = describeUnusable('fake.json', unusable);
    expect([...told].filter((one) => one < ' ' && one !== '\n')).toEqual([]);
    expect(told.split('\n')).toHaveLength(2);
    expect(told.length).toBeLessThan(400);
  });
});

describe('what has no end is bounded', () => {
  const wide = Object.fromEntries(
    Array.from({ length: 20_000 }, (_, index) => [
      `property_${index}`,
      { type: 'string', description: 'x'.repeat(200) },
    ]),
  );

  test.each<[what: string, document: unknown]>([
    ['allOf that doubles itself', doubling('allOf')],
    ['optional properties that double themselves', doubling('properties')],
    ['required properties that double themselves', doubling('required')],
    ['a schema of 5 MB', documentOf({ type: 'object', properties: wide })],
    ['a list of a billion items', documentOf({ type: 'array', minItems: 1e9, items: { type: 'string' } })],
    ['a text of two billion characters', documentOf({ type: 'string', minLength: 2e9 })],
    ['a pattern of a million characters', documentOf({ type: 'string', pattern: '^(a{1000}){1000}$' })],
    [
      'an object that needs itself',
      documentOf(
        { $ref: '#/components/schemas/A' },
        {
          components: {
            schemas: {
              A: { type: 'object', required: ['a'], properties: { a: { $ref: '#/components/schemas/A' } } },
            },
          },
        },
      ),
    ],
  ])('%s', async (_, document) => {
    const { texts, durationMs } = await generate(document);
    expect(texts.join('').length).toBeLessThan(10_000_000);
    expect(texts.join('').match(/the\.\w+\(/g)?.length).toBeGreaterThan(0);
    expect(durationMs).toBeLessThan(20_000);
  });
});
