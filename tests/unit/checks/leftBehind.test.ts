import { describe, expect, test } from 'vitest';
import { apiOf } from '../../../scripts/apis/readApi.ts';
import type { CaseKind, StatefulOutcome } from '../../../scripts/model/case.ts';
import type { Exchange } from '../../../scripts/model/exchange.ts';
import type { Json, JsonObject } from '../../../scripts/model/json.ts';
import type { Operation } from '../../../scripts/model/operation.ts';
import { livesOf } from '../../../scripts/resources/lives.ts';
import { judge, judgeAfter } from '../../contract/checks/judge.ts';
import { archiveDocument } from '../../live/archiveDocument.ts';

type Edit = (document: JsonObject) => void;

/** The archive's operations, in a document that says something else than the plain one. */
function operationsOf(edit: Edit = () => {}) {
  const document = JSON.parse(JSON.stringify(archiveDocument)) as JsonObject;
  edit(document);
  const { operations } = apiOf('archive', document);
  const called = (id: string): Operation => {
    const found = operations.find(({ operationId }) => operationId === id);
    if (!found) throw new Error(`There is no ${id}.`);
    return found;
  };
  return { called, lists: (id: string) => livesOf(operations).resources.lists(id) };
}

interface Look {
  kind: CaseKind;
  first: string;
  next: string;
  status?: number;
  body?: Json;
  headers?: Record<string, string[]>;
  edit?: Edit;
}

const sent = { title: 'Maps', shelf: 4, opened: '2024-05-01' };
const kinds: Partial<Record<CaseKind, StatefulOutcome>> = {
  'created-is-readable': 'readable',
  'created-is-private': 'private',
  'updated-is-visible': 'visible',
  'deleted-is-gone': 'gone',
};

function look({ kind, first, next, status = 200, body, headers = {}, edit }: Look): string[] {
  const { called, lists } = operationsOf(edit);
  const listed = lists(next);
  const judgement = {
    ...{ operation: called(first), title: kind, kind },
    expectation: { outcome: kinds[kind] ?? 'readable', by: [next] },
    inputs: { contentType: 'application/json', body: sent },
    exchange: answer(kind === 'deleted-is-gone' ? 204 : 201, { id: 7, ...sent }),
  };
  const after = {
    ...{ operation: called(next), exchange: answer(status, body, headers) },
    ...{ identifier: 7, identifierName: 'id', ...(listed && { listed }) },
  };
  return judgeAfter({ ...judgement, after }).map((one) => `${one.severity} ${one.evidence} ${one.check}`);
}

function answer(status: number, body?: Json, headers: Record<string, string[]> = {}): Exchange {
  const bytes = new TextEncoder().encode(body === undefined ? '' : JSON.stringify(body));
  const response = { status, headers: { 'content-type': ['application/json'], ...headers }, body: bytes };
  return { request: { method: 'GET', url: 'http://127.0.0.1/', headers: {} }, response, durationMs: 1 };
}

const created = { kind: 'created-is-readable', first: 'createFolder', next: 'getFolder' } as const;
const ofOther = { ...created, kind: 'created-is-private' } as const;
const inList = { ...created, next: 'listFolders' } as const;
const updated = { kind: 'updated-is-visible', first: 'updateFolder', next: 'getFolder' } as const;
const deleted = { kind: 'deleted-is-gone', first: 'deleteFolder', next: 'getFolder' } as const;
const unlisted = { kind: 'deleted-is-gone', first: 'deleteFolder', next: 'listFolders' } as const;
const others = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ id: 100 + index, title: 'x' }));
const shown = { id: 7, ...sent };

const inferredAnswer: Edit = (document) => {
  const paths = document.paths as Record<string, Record<string, JsonObject>>;
  const responses = paths['/folders']?.post?.responses as Record<string, JsonObject>;
  Object.assign(responses['201'] ?? {}, { 'x-inferred': 'No page shows it.' });
};
const pagedList: Edit = (document) => {
  const paths = document.paths as Record<string, Record<string, JsonObject>>;
  Object.assign(paths['/folders']?.get ?? {}, {
    parameters: [{ name: 'page', in: 'query', schema: { type: 'integer' } }],
  });
};

describe('what is as it should be', () => {
  test.each<[string, Look]>([
    ['read as it was sent', { ...created, body: shown }],
    [
      'what cannot be shown as it was sent',
      { ...created, body: { ...shown, opened: '1999-01-01T00:00:00Z' } },
    ],
    ['a member that is not shown', { ...created, body: { id: 7, title: 'Maps' } }],
    ['in the list, by a text', { ...inList, body: [{ id: '7', title: 'Maps' }] }],
    ['on another page', { ...inList, body: others(2), edit: pagedList }],
    ['behind a link to the next', { ...inList, body: others(2), headers: { link: ['</x>; rel="next"'] } }],
    ['too many requests', { ...created, status: 429 }],
    ['not there for another user', { ...ofOther, status: 404 }],
    ['refused to another user', { ...ofOther, status: 403 }],
    ['something else of another user', { ...ofOther, body: { ...shown, title: 'Charts' } }],
    ['changed', { ...updated, body: shown }],
    ['gone', { ...deleted, status: 404 }],
    ['gone for good', { ...deleted, status: 410 }],
    ['hidden', { ...deleted, status: 403 }],
    ['not in the list', { ...unlisted, body: others(2) }],
    ['no list any more', { ...unlisted, status: 404 }],
  ])('%s', (_, given) => {
    expect(look(given)).toEqual([]);
  });
});

describe('what is not', () => {
  test.each<[string, Look, string]>([
    ['not there', { ...created, status: 404 }, 'violation documented created-is-readable'],
    ['refused', { ...created, status: 400 }, 'violation documented created-is-readable'],
    [
      'not there, under an identifier that is a guess',
      { ...created, status: 404, edit: inferredAnswer },
      'drift inferred created-is-readable',
    ],
    [
      'another value, of a thing that is a guess',
      { ...created, body: { ...shown, title: 'Charts' }, edit: inferredAnswer },
      'drift inferred created-is-readable',
    ],
    [
      'another value',
      { ...created, body: { ...shown, title: 'Charts' } },
      'violation documented created-is-readable',
    ],
    [
      'nothing in its place',
      { ...updated, body: { ...shown, shelf: null } },
      'violation documented updated-is-visible',
    ],
    ['not in the list', { ...inList, body: others(2) }, 'violation documented created-is-readable'],
    ['in no empty list', { ...inList, body: [] }, 'violation documented created-is-readable'],
    ['not in a list that may be cut', { ...inList, body: others(10) }, 'drift silent created-is-readable'],
    ['not there after a change', { ...updated, status: 404 }, 'violation documented updated-is-visible'],
    ['still there', { ...deleted, body: shown }, 'violation documented deleted-is-gone'],
    ['still listed', { ...unlisted, body: [shown] }, 'violation documented deleted-is-gone'],
    [
      'still listed on a page',
      { ...unlisted, body: [shown], edit: pagedList },
      'violation documented deleted-is-gone',
    ],
    ['shown to another user', { ...ofOther, body: shown }, 'drift silent auth-enforced'],
    ['a failure for another user', { ...ofOther, status: 500 }, 'violation documented no-server-error'],
    ['a failure', { ...deleted, status: 500 }, 'violation documented no-server-error'],
  ])('%s', (_, given, want) => {
    expect(look(given)).toEqual([want]);
  });
});

test('of its first request alone nothing is said', () => {
  const { called } = operationsOf();
  const findings = judge({
    ...{ operation: called('createFolder'), title: 'created-is-readable', kind: 'created-is-readable' },
    expectation: { outcome: 'readable', by: ['getFolder'] },
    inputs: { contentType: 'application/json', body: sent },
    exchange: answer(201, { id: 7, title: 'Maps' }),
  });
  expect(findings).toEqual([]);
});
