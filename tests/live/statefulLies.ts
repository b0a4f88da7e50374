import type { WireAnswer, WireRequest } from '../gate/wire.ts';

type Ask = (request: WireRequest) => Promise<WireAnswer>;

/** Answers in place of a truthful server, which it may ask. */
export type Liar = (request: WireRequest, ask: Ask) => Promise<WireAnswer>;

/** What a liar lies about: a collection, `/dentalray/role`. */
export interface Lied {
  collection: string;
  /** What ends the token that it is sent with. */
  logout: string;
}

/** What a server may do with what it holds otherwise than it says; each is made anew, with a memory of its own. */
export const statefulLies = {
  'forgets what is new': ({ collection }) => {
    const made = new Set<string>();
    return async (request, ask) => {
      const answer = await ask(request);
      if (isMade(request, answer, collection)) made.add(collection);
      const isForgotten = made.size > 0 && request.method === 'GET' && isItem(request, collection);
      return isForgotten ? ask({ ...request, target: `${request.target}-of-nobody` }) : answer;
    };
  },
  'keeps what is deleted': ({ collection }) => showsAsBefore(collection),
  'keeps a token that is logged out':
    ({ logout }) =>
    (request, ask) => {
      const { authorization: _, ...headers } = request.headers;
      return ask(pathOf(request) === logout ? { ...request, headers } : request);
    },
} satisfies Record<string, (lied: Lied) => Liar>;

/** What is deleted is deleted, but whoever reads it does not see that. */
function showsAsBefore(collection: string): Liar {
  const before = new Map<string, WireAnswer>();
  return async (request, ask) => {
    if (!isItem(request, collection)) return ask(request);
    const path = pathOf(request);
    if (request.method === 'GET') return before.get(path) ?? ask(request);
    const { authorization = '' } = request.headers;
    const shown = await ask({ method: 'GET', target: path, headers: { authorization }, body: Buffer.of() });
    const answer = await ask(request);
    if (request.method === 'DELETE' && isDone(shown) && isDone(answer)) before.set(path, shown);
    return answer;
  };
}

function isMade({ method, target }: WireRequest, answer: WireAnswer, collection: string): boolean {
  return method === 'POST' && target === collection && isDone(answer);
}

function isItem(request: WireRequest, collection: string): boolean {
  const path = pathOf(request);
  return path.startsWith(`${collection}/`) && !path.slice(collection.length + 1).includes('/');
}

function isDone({ status }: WireAnswer): boolean {
  return status >= 200 && status < 300;
}

function pathOf({ target }: WireRequest): string {
  return target.replace(/\?.*/, '');
}
