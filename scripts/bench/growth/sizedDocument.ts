import type { Json, JsonObject } from '../../model/json.ts';
import { operationOf, operationsOfResource, problemSchema, schemaOf } from './sizedOperations.ts';

/** One tag for so many resources. */
const resourcesOfTag = 10;

/**
 * A document of so many operations, as our documents are written: a contents page, a file per path, a file per schema. Its
 * resources are alike (list, create, get, update, delete), each with a schema of its own; the last may lack operations.
 * @returns the content of each file, by its path
 */
export function sizedDocument(operations: number): Map<string, JsonObject> {
  const resources = Array.from({ length: Math.ceil(operations / operationsOfResource) }, (_, index) => index);
  const files = new Map<string, JsonObject>([['components/schemas/Problem.yaml', problemSchema]]);
  const paths: JsonObject = {};
  for (const index of resources) {
    const left = Math.min(operationsOfResource, operations - index * operationsOfResource);
    for (let place = 0; place < left; place += 1) {
      const { path, file, method, operation } = operationOf({ index, place, tag: tagOf(index) });
      paths[path] = { $ref: `paths/${file}` };
      files.set(`paths/${file}`, { ...files.get(`paths/${file}`), [method]: operation });
    }
    files.set(`components/schemas/Item${index}.yaml`, schemaOf(index));
  }
  return new Map([['openapi.yaml', contents(paths, [...new Set(resources.map(tagOf))])], ...files]);
}

function tagOf(resource: number): string {
  return `Shelf ${Math.floor(resource / resourcesOfTag)}`;
}

function contents(paths: JsonObject, tags: string[]): JsonObject {
  return {
    openapi: '3.1.0',
    jsonSchemaDialect: 'https://json-schema.org/draft/2020-12/schema',
    info: {
      title: 'A document to be measured',
      summary: 'Shelves full of items.',
      version: '1.0.0',
      description: 'Made by the bench: its operations are alike, only their number changes.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: 'https://shelves.test/v1', description: 'A host that does not exist.' }],
    security: [{ key: [] }],
    tags: tags.map((name): Json => ({ name, description: 'A shelf of the bench.' })),
    paths,
    components: {
      securitySchemes: {
        key: { type: 'apiKey', in: 'header', name: 'X-Key', description: 'A made-up key.' },
      },
    },
  };
}
