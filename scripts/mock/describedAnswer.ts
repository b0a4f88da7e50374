import { encodeBody } from './encodeBody.ts';
import type { Answer } from './http/answer.ts';
import { essenceOf } from './http/mediaType.ts';
import type { MockOperation } from './mockOperation.ts';
import { mockResponse, type Wish } from './prism/mockResponse.ts';
import { sampleFile } from './sampleFile.ts';

/** Fields that frame the message or belong to the connection: the server's, whatever a document's examples say. */
const framing = new Set([
  'content-length',
  'transfer-encoding',
  'connection',
  'keep-alive',
  'date',
  'trailer',
]);

/** Of each operation, the answers so far, by what was wished for. */
const known = new WeakMap<object, Map<string, Answer>>();
/** Clients send few different `Accept`s; one that sends many is answered anew each time. */
const mostKnown = 20;

/**
 * The described response that is wished for; made up once, unless it is to be another each time (`dynamic`).
 * @throws {ProblemJsonError} Prism's own words where there is none
 */
export async function describedAnswer(asked: MockOperation, wish: Wish): Promise<Answer> {
  if (wish.dynamic !== undefined || wish.seed !== undefined) return madeUp(asked, wish);
  const answers = known.get(asked.operation) ?? new Map<string, Answer>();
  known.set(asked.operation, answers);
  const key = JSON.stringify([wish.code, wish.exampleKey, wish.accept]);
  const answer = answers.get(key) ?? (await madeUp(asked, wish));
  if (answers.size < mostKnown) answers.set(key, answer);
  // Whoever gets it may add fields of its own.
  return { ...answer, headers: { ...answer.headers } };
}

async function madeUp({ operation }: MockOperation, wish: Wish): Promise<Answer> {
  const { status, headers, body } = await mockResponse(operation, wish);
  const { 'content-type': contentType = '', ...fields } = fieldsOf(headers);
  // Without content there is no type either; Prism says `text/plain`.
  if (body === undefined) return { status, headers: fields };
  return {
    status,
    headers: { 'content-type': contentType, ...fields },
    body:
      (isShown(operation, { status, contentType }) ? undefined : sampleFile(contentType)) ??
      encodeBody(contentType, body),
  };
}

/** Whether the document has an example of a file: Prism makes up a word where it has none. */
function isShown(
  { responses }: MockOperation['operation'],
  { status, contentType }: { status: number; contentType: string },
): boolean {
  const described = responses
    .filter(({ code }) => [String(status), `${Math.floor(status / 100)}XX`, 'default'].includes(code))
    .flatMap(({ contents }) => contents ?? [])
    .filter(({ mediaType }) => essenceOf(mediaType) === essenceOf(contentType));
  return described.some(({ examples = [], schema }) => examples.length > 0 || hasExample(schema));
}

function hasExample(schema: object | undefined): boolean {
  return ['example', 'examples', 'default', 'const', 'enum'].some((keyword) => schema && keyword in schema);
}

/** A field without an example, and without a schema to make one up from, is `null` in Prism's answer. */
function fieldsOf(headers: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers)
      .map(([name, value]) => [name.toLowerCase(), value] as const)
      .filter(([name, value]) => !framing.has(name) && value !== null && value !== undefined)
      .map(([name, value]) => [name, String(value)]),
  );
}
