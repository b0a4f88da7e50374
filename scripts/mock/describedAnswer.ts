import { encodeBody } from './encodeBody.ts';
import type { Answer } from './http/answer.ts';
import type { MockOperation } from './mockOperation.ts';
import { mockResponse, type Wish } from './prism/mockResponse.ts';

/** Fields that frame the message or belong to the connection: the server's, whatever a document's examples say. */
const framing = new Set([
  'content-length',
  'transfer-encoding',
  'connection',
  'keep-alive',
  'date',
  'trailer',
]);

/**
 * The described response that is wished for.
 * @throws {ProblemJsonError} Prism's own words where there is none
 */
export async function describedAnswer({ operation }: MockOperation, wish: Wish): Promise<Answer> {
  const { status, headers, body } = await mockResponse(operation, wish);
  const { 'content-type': contentType = '', ...fields } = fieldsOf(headers);
  // Without content there is no type either; Prism says `text/plain`.
  if (body === undefined) return { status, headers: fields };
  return {
    status,
    headers: { 'content-type': contentType, ...fields },
    body: encodeBody(contentType, body),
  };
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
