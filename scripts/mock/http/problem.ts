import { STATUS_CODES } from 'node:http';
import type { Answer } from './answer.ts';

/** An answer that no document describes, as a problem document (RFC 9457). */
export function problem(status: number, detail: string): Answer {
  const body = { type: 'about:blank', title: STATUS_CODES[status] ?? '', status, detail };
  return {
    status,
    headers: { 'content-type': 'application/problem+json' },
    body: Buffer.from(JSON.stringify(body)),
  };
}
