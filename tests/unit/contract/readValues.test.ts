import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { apiOf } from '../../../scripts/apis/readApi.ts';
import { readValues } from '../../../scripts/contract/values/readValues.ts';
import { archiveDocument } from '../../live/archiveDocument.ts';

const { operations } = apiOf('archive', JSON.parse(JSON.stringify(archiveDocument)));
const folder = mkdtempSync(join(tmpdir(), 'values-'));
const file = join(folder, 'values.yaml');
afterAll(() => rmSync(folder, { recursive: true }));

function valuesOf(text: string) {
  writeFileSync(file, text);
  return readValues(file, operations);
}

test.each([
  ['', {}, {}],
  ['id: 7\ntitle: Maps', { id: 7, title: 'Maps' }, {}],
  ['{"getFolder": {"id": 7}}', {}, { getFolder: { id: 7 } }],
  ['createFolder: {title: Maps, box: null}', {}, { createFolder: { title: 'Maps', box: null } }],
  ['id: 12345678901234567890', { id: '12345678901234567890' }, {}],
  ['getFolder: {id: 9007199254740993}', {}, { getFolder: { id: '9007199254740993' } }],
])('%s', (text, everywhere, ofOperations) => {
  expect(valuesOf(text)).toEqual({ everywhere, operations: ofOperations });
});

describe('what is wrong is told with its place and the repair, and no value', () => {
  test.each([
    ['a: [', 'values.yaml:1:5: it is not valid YAML', 'Correct the syntax there.'],
    ['- 7', 'it is no list of names and values', 'Write it as `id: 42`'],
    ['identifier: 7', '#/identifier: no operation has an input "identifier"', 'Known: listFolders'],
    ['shelv: 7', '#/shelv: no operation', 'Did you mean shelf?'],
    ['id: {a: 7}', '#/id: id cannot be sent in a path', 'Give a text or a number.'],
    ['getFolder: 7', '#/getFolder: getFolder is an operation', 'Write it as `getFolder: {…}`.'],
    ['getFolder: {ide: 7}', '#/getFolder/ide: getFolder has no input "ide"', 'Did you mean id?'],
    ['getFolder: {id: [7]}', '#/getFolder/id: id cannot be sent in a path', ''],
    [
      'createFolder: {shelf: 0}',
      '#/createFolder/shelf: shelf does not obey /components/schemas/NewFolder/properties/shelf/minimum',
      'Give what /components/schemas/NewFolder/properties/shelf allows.',
    ],
  ])('%s', (text, problem, repair) => {
    expect(() => valuesOf(text)).toThrow(problem);
    expect(() => valuesOf(text)).toThrow(repair);
  });

  test('a file that is not there', () => {
    expect(() => readValues(join(folder, 'none.yaml'), operations)).toThrow('cannot be read (ENOENT)');
  });
});
