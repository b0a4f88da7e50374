import { expect, test } from 'vitest';
import { apiOf } from '../../../scripts/apis/readApi.ts';
import { planCases } from '../../../scripts/cases/planCases.ts';
import type { JsonObject } from '../../../scripts/model/json.ts';
import { archiveDocument } from '../../live/archiveDocument.ts';

type Edit = (schema: JsonObject, document: JsonObject) => void;

/** The cases about what is left behind, in a word each, of the archive with another schema of a new folder. */
function casesOf(edit: Edit = () => {}) {
  const document = JSON.parse(JSON.stringify(archiveDocument)) as JsonObject;
  const { schemas } = document.components as { schemas: Record<string, JsonObject> };
  edit(schemas.NewFolder ?? {}, document);
  const { operations } = apiOf('archive', document);
  return operations.flatMap((operation) =>
    planCases(operation, operations).flatMap(({ cases }) =>
      cases
        .filter(({ expectation }) => 'by' in expectation)
        .map(({ kind, change, expectation, skip }) => ({
          what: `${operation.operationId} ${kind}`,
          by: 'by' in expectation ? expectation.by.join(' ') : '',
          ...(change.set && { set: change.set }),
          ...(skip !== undefined && { skip }),
        })),
    ),
  );
}

test('each operation that makes, changes or deletes something is followed by those that show it', () => {
  expect(casesOf()).toEqual([
    { what: 'createFolder created-is-readable', by: 'getFolder listFolders' },
    {
      what: 'updateFolder updated-is-visible',
      by: 'getFolder',
      set: { '/body/title': 'Letters of 1912 (changed)' },
    },
    { what: 'deleteFolder deleted-is-gone', by: 'getFolder listFolders' },
    { what: 'createNote created-is-readable', by: 'getNote listNotes' },
    {
      what: 'updateNote updated-is-visible',
      by: 'getNote',
      set: { '/body/text': 'Mostly about the weather. (changed)' },
    },
    { what: 'deleteNote deleted-is-gone', by: 'getNote listNotes' },
    { what: 'createLabel created-is-readable', by: 'getLabel' },
  ]);
});

test.each<[string, Edit, object]>([
  [
    'a text that must stay short is changed within its length',
    ({ properties }) => Object.assign((properties as { title: object }).title, { maxLength: 15 }),
    { set: { '/body/title': 'Letters of 191b' } },
  ],
  [
    'a text of a form of its own is left alone, where a number can be changed',
    ({ properties }) =>
      Object.assign((properties as { title: object }).title, { pattern: '^Letters of 1912$' }),
    { set: { '/body/shelf': 5 } },
  ],
  [
    'where nothing can be changed, that is said',
    (schema) => Object.assign(schema, { properties: { title: { const: 'Letters of 1912' } } }),
    { skip: 'no member of its body that getFolder shows could be given another value' },
  ],
])('%s', (_, edit, want) => {
  expect(casesOf(edit).find(({ what }) => what.startsWith('updateFolder'))).toMatchObject(want);
});

const secured: Edit = (_, document) =>
  Object.assign(document, {
    security: [{ key: [] }],
    components: {
      ...(document.components as JsonObject),
      securitySchemes: { key: { type: 'apiKey', in: 'header', name: 'key' } },
    },
  });

test('what only known users may make and read is asked for by another user', () => {
  const isPrivate = ({ what }: { what: string }) => what.endsWith('created-is-private');
  expect(casesOf().filter(isPrivate)).toEqual([]);
  expect(casesOf(secured).filter(isPrivate)).toEqual([
    { what: 'createFolder created-is-private', by: 'getFolder' },
    { what: 'createNote created-is-private', by: 'getNote' },
    { what: 'createLabel created-is-private', by: 'getLabel' },
  ]);
});

test('what anybody may read is private to nobody', () => {
  const open: Edit = (schema, document) => {
    secured(schema, document);
    const paths = document.paths as Record<string, Record<string, JsonObject>>;
    Object.assign(paths['/folders/{id}']?.get ?? {}, { security: [{ key: [] }, {}] });
  };
  expect(casesOf(open).map(({ what }) => what)).not.toContain('createFolder created-is-private');
});

test('an update says something that who made it has not said, of what is shown', () => {
  const document = JSON.parse(JSON.stringify(archiveDocument)) as JsonObject;
  const { schemas } = document.components as { schemas: Record<string, { properties: JsonObject }> };
  const place = { type: 'object', properties: { room: { type: 'integer' }, floor: { type: 'integer' } } };
  for (const schema of [schemas.NewFolder, schemas.Folder]) {
    if (schema) schema.properties = { aside: { type: 'string' }, place, ...schema.properties };
  }
  const { paths } = document as { paths: Record<string, Record<string, { requestBody: JsonObject }>> };
  const tell = (path: string, method: string, example: JsonObject) => {
    const content = paths[path]?.[method]?.requestBody.content as Record<string, JsonObject>;
    Object.assign(content['application/json'] ?? {}, { example });
  };
  tell('/folders', 'post', { title: 'Letters', place: { room: 4, floor: 2 } });
  tell('/folders/{id}', 'put', { title: 'Letters', place: { room: 4 } });
  const { operations } = apiOf('archive', document);
  const update = operations.filter(({ operationId }) => operationId === 'updateFolder');
  const [seen] = update
    .flatMap((operation) => planCases(operation, operations).flatMap(({ cases }) => cases))
    .filter(({ kind }) => kind === 'updated-is-visible');
  // Neither a part of the place that was there, nor something aside that may not be shown.
  expect(seen?.change).toEqual({ set: { '/body/title': 'Letters-changed' } });
});
