import { setTimeout } from 'node:timers/promises';
import { apiOf } from '../../scripts/apis/readApi.ts';
import { problemsOf } from '../../scripts/cases/problems.ts';
import { createRouter } from '../../scripts/mock/http/router.ts';
import type { RequestInputs } from '../../scripts/model/case.ts';
import type { Json, JsonObject } from '../../scripts/model/json.ts';
import type { Operation } from '../../scripts/model/operation.ts';
import { listen } from '../gate/listen.ts';
import type { WireAnswer, WireRequest } from '../gate/wire.ts';
import { archiveDocument } from './archiveDocument.ts';

/** What an archive may do otherwise than it says. */
export type ArchiveLie =
  | 'forgets-new'
  | 'shows-other-values'
  | 'lists-old-only'
  | 'loses-updates'
  | 'keeps-deleted'
  | 'lists-deleted'
  | 'never-deletes'
  | 'shows-what-is-there';

interface Stored {
  /** Where it is: `/folders/3`. */
  place: string;
  value: JsonObject;
}

/** What one archive holds, by its place. */
type Holdings = Map<string, JsonObject>;

const first: [string, JsonObject][] = [
  ['/folders/1', { id: 1, title: 'The founding deed' }],
  ['/folders/1/notes/welcome', { key: 'welcome', text: 'Please wear gloves.' }],
  ['/visitors/77', { name: 'Vera Example' }],
];

interface ArchiveOptions {
  lies?: readonly ArchiveLie[];
  /** How long it takes for each answer. In milliseconds. */
  delay?: number;
}

/** An archive with a memory, truthful but for what it is told to do otherwise. Closed with `await using`. */
export async function startArchive({ lies = [], delay = 0 }: ArchiveOptions = {}) {
  const { operations } = apiOf('archive', JSON.parse(JSON.stringify(archiveDocument)) as JsonObject);
  const route = createRouter(
    operations.map((target) => ({ path: target.path, method: target.method, target })),
  );
  const holdings: Holdings = new Map(first);
  const deleted: Stored[] = [];
  const requests: string[] = [];
  let last = 100;
  let isHung = false;
  const tells = (name: ArchiveLie) => lies.includes(name);

  const act = (operation: Operation, path: string, body: JsonObject): WireAnswer => {
    const { operationId } = operation;
    const known = holdings.get(path);
    const [, parent = ''] = /^(\/folders\/\d+)\/(?:notes|seal)/.exec(path) ?? [];
    if (parent !== '' && !holdings.has(parent)) return plain(404);
    switch (operationId) {
      case 'createFolder':
      case 'createLabel':
      case 'createNote':
        return create(path, body, operationId);
      case 'listFolders':
      case 'listNotes':
        return told(200, listed(path));
      case 'getFolder':
      case 'getNote':
      case 'getLabel':
      case 'getVisitor':
        return known ? told(200, shown(known)) : plain(404);
      case 'updateSeal':
        return plain(204);
      default:
        return known ? change(operation, { path, known, body }) : plain(404);
    }
  };

  const create = (path: string, body: JsonObject, operationId: string): WireAnswer => {
    last += 1;
    const isNote = operationId === 'createNote';
    const place = `${path}/${isNote ? body.key : last}`;
    const there = holdings.get(place);
    if (there && tells('shows-what-is-there')) return told(200, there);
    if (there) return plain(409);
    const value = isNote ? body : { id: last, ...body };
    if (!tells('forgets-new')) holdings.set(place, value);
    return told(201, shown(value));
  };

  const listed = (path: string): Json => {
    const own = [
      ...holdings,
      ...(tells('lists-deleted') ? deleted.map(({ place, value }) => [place, value] as const) : []),
    ];
    const items = own
      .filter(([place]) => place.replace(/\/[^/]*$/, '') === path)
      .map(([, value]) => shown(value));
    return tells('lists-old-only') ? items.slice(0, 1) : items;
  };

  const change = (
    { method }: Operation,
    { path, known, body }: { path: string; known: JsonObject; body: JsonObject },
  ): WireAnswer => {
    if (method === 'DELETE') {
      if (tells('never-deletes')) return plain(409);
      if (!tells('keeps-deleted')) holdings.delete(path);
      deleted.push({ place: path, value: known });
      return plain(204);
    }
    const value = { ...known, ...body };
    if (!tells('loses-updates')) {
      holdings.delete(path);
      holdings.set(body.key === undefined ? path : path.replace(/[^/]+$/, String(body.key)), value);
    }
    return told(200, shown(value));
  };

  /** In its own words: a number as a text, a day as a moment. */
  const shown = ({ shelf, opened, ...others }: JsonObject): JsonObject => ({
    ...others,
    ...(tells('shows-other-values') && others.title !== undefined && { title: 'Something else' }),
    ...(shelf !== undefined && { shelf: String(shelf) }),
    ...(typeof opened === 'string' && { opened: `${opened}T00:00:00Z` }),
  });

  const listening = await listen(async (request) => {
    if (delay > 0) await setTimeout(delay);
    if (isHung) await new Promise(() => {});
    const [path = ''] = request.target.split('?');
    requests.push(`${request.method} ${path}`);
    const match = path === '/' ? undefined : route(path);
    if (!match) return plain(404);
    const operation = match.route.targets.get(request.method);
    if (!operation) return { ...plain(405), headers: { allow: [...match.route.targets.keys()].join(', ') } };
    const body = operation.requestBody ? bodyOf(request) : {};
    if (typeof body === 'number') return plain(body);
    const inputs: RequestInputs = {
      path: numbered(match.parameters),
      ...(operation.requestBody && { contentType: 'application/json', body }),
    };
    if (problemsOf(operation, inputs).length > 0) return plain(400);
    return act(operation, path, body as JsonObject);
  });
  /** From now on it answers nothing and does nothing. */
  const hang = () => {
    isHung = true;
  };
  return { ...listening, holdings, requests, hang };
}

function bodyOf({ headers, body }: WireRequest): Json | number {
  if (body.byteLength === 0) return 400;
  if (headers['content-type'] !== 'application/json') return 415;
  try {
    const value = JSON.parse(body.toString()) as Json;
    return typeof value === 'number' ? 400 : value;
  } catch {
    return 400;
  }
}

function numbered(parameters: Record<string, string>): Record<string, Json> {
  const entries = Object.entries(parameters).map(([name, text]) => [
    name,
    name === 'id' && /^-?\d+$/.test(text) ? Number(text) : text,
  ]);
  return Object.fromEntries(entries);
}

function plain(status: number): WireAnswer {
  return { status, headers: {}, body: Buffer.alloc(0) };
}

function told(status: number, value: Json): WireAnswer {
  return {
    status,
    headers: { 'content-type': 'application/json' },
    body: Buffer.from(JSON.stringify(value)),
  };
}
