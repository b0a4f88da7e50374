import type { DreddHooks, DreddTransaction } from 'dredd';
import { mediaTypeName } from '../client/mediaType.ts';
import type { Transaction } from './transaction.ts';

/**
 * Gives each of Dredd's transactions the request and the expectations of ours. By itself Dredd sends the same request for
 * every status, forms without their content, and compares a body with an example's keys only.
 */
export function registerHooks(
  hooks: DreddHooks,
  planned: (transaction: DreddTransaction) => Transaction | undefined,
): void {
  hooks.beforeEach((transaction) => {
    const own = planned(transaction);
    if (own) ask(transaction, own);
    else transaction.skip = true;
  });
  hooks.beforeEachValidation((transaction) => {
    const own = planned(transaction);
    if (own) expect(transaction, own);
  });
}

function ask(transaction: DreddTransaction, { request }: Transaction): void {
  const { method, path, headers, body } = request;
  // Dredd gives every request a body, if an empty one, and refuses its own `HEAD` for it, in capitals only.
  transaction.request = { method: method === 'HEAD' ? 'head' : method, headers: { ...headers } };
  if (body !== undefined) Object.assign(transaction.request, { body, bodyEncoding: 'base64' });
  transaction.fullPath = path;
}

function expect(transaction: DreddTransaction, { status, mediaType, expected }: Transaction): void {
  const headers = Object.fromEntries(expected.headers.map((name) => [name, '']));
  const came = transaction.real?.headers['content-type']?.toString() ?? '';
  transaction.expected = {
    statusCode: status,
    headers: mediaType === undefined ? headers : { ...headers, 'content-type': wanted(mediaType, came) },
    ...(expected.bodySchema && { bodySchema: expected.bodySchema }),
  };
}

/** Gavel compares letter by letter: what came, where it is the same type with other parameters or within a range. */
function wanted(mediaType: string, came: string): string {
  const [type, subtype] = mediaTypeName(mediaType).split('/');
  const [cameType, cameSubtype] = mediaTypeName(came).split('/');
  const fits = (type === '*' || type === cameType) && (subtype === '*' || subtype === cameSubtype);
  return fits && came !== '' ? came : mediaType;
}
