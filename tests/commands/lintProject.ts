import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { stringify } from 'yaml';

export const repository = resolve(import.meta.dirname, '../..');

export const redocly = {
  apis: { things: { root: 'openapi/things/openapi.yaml' }, others: { root: 'openapi/others/openapi.yaml' } },
  plugins: [join(repository, 'openapi/rules/plugin.ts')],
  extends: ['recommended-strict'],
  rules: {
    'care/operation-source': 'error',
    'care/operation-id-verb': { severity: 'error', verbs: ['get'] },
  },
};

export const thing = {
  get: {
    operationId: 'getThing',
    summary: 'Get a thing',
    'x-source': { document: 'things.md', section: 'Get a thing' },
    responses: {
      200: {
        description: 'The thing.',
        content: {
          'application/json': {
            schema: { $ref: '../components/schemas/Thing.yaml' },
            examples: { one: { value: { id: 1 } } },
          },
        },
      },
      404: { description: 'There is no such thing.' },
    },
  },
};

export const openapi = {
  openapi: '3.1.0',
  info: { title: 'Things', version: '1.0.0', license: { name: 'MIT', identifier: 'MIT' } },
  servers: [{ url: 'http://127.0.0.1/things' }],
  security: [{ key: [] }],
  paths: { '/thing': { $ref: 'paths/thing.yaml' } },
  components: { securitySchemes: { key: { type: 'apiKey', in: 'header', name: 'Key' } } },
};

export const stories = {
  arazzo: '1.0.1',
  info: { title: 'Stories of things', version: '1.0.0' },
  sourceDescriptions: [{ name: 'things', url: 'openapi.yaml', type: 'openapi' }],
  workflows: [{ workflowId: 'read', steps: [{ stepId: 'get', operationId: 'getThing' }] }],
};

export type Changes = Readonly<Record<string, unknown>>;

/** A project that is clean; a test changes a file of it. */
const clean: Changes = {
  'redocly.yaml': redocly,
  'openapi/things/openapi.yaml': openapi,
  'openapi/things/paths/thing.yaml': thing,
  'openapi/things/components/schemas/Thing.yaml': { type: 'object', properties: { id: { type: 'integer' } } },
  'openapi/others/openapi.yaml': openapi,
  'openapi/others/paths/thing.yaml': thing,
  'openapi/others/components/schemas/Thing.yaml': { type: 'object', properties: { id: { type: 'integer' } } },
  'tsconfig.json':
    '{ "compilerOptions": { "strict": true, "lib": ["es5"], "types": [] }, "files": ["index.ts"] }\n',
  'biome.json': '{ "files": { "includes": ["**/*.ts"] } }\n',
  'index.ts': 'export const one: number = 1;\n',
};

/** Writes a small project, clean but for the changes, into a new temporary folder. */
export function writeProject(changes: Changes = {}): string {
  const root = mkdtempSync(join(tmpdir(), 'lint-'));
  for (const [name, content] of Object.entries({ ...clean, ...changes })) write(join(root, name), content);
  return root;
}

function write(file: string, content: unknown): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, typeof content === 'string' ? content : stringify(content));
}
