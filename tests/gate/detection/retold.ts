import type { Json } from '../../../scripts/model/json.ts';
import type { WireAnswer } from '../wire.ts';
import { isJson } from './answered.ts';

/**
 * The same truth in other words, as another server would put it: further headers of HTTP's own, names of media types in
 * other letters, JSON in another order, indented, and with escapes (RFC 8259 section 7).
 */
export function retold(answer: WireAnswer): WireAnswer {
  const { allow, ...headers } = answer.headers;
  const others: WireAnswer['headers'] = {
    ...headers,
    server: 'fake',
    vary: 'accept',
    'cache-control': 'no-store',
    etag: '"fake"',
  };
  if (allow !== undefined) others.allow = String(allow).split(', ').reverse().join(',');
  if (!isJson({ answer })) return { ...answer, headers: others };
  const contentType = String(headers['content-type']).replace(/^[^;]+/, (name) => name.toUpperCase());
  return {
    ...answer,
    headers: { ...others, 'content-type': `${contentType}; charset=UTF-8` },
    body: Buffer.from(rewritten(answer.body.toString('utf8'))),
  };
}

function rewritten(text: string): string {
  const turned = JSON.stringify(reversed(JSON.parse(text) as Json), null, 2);
  return turned.replaceAll('/', '\\/').replace(/[\u0080-\uffff]/g, escaped);
}

function escaped(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/** The members of objects in the other order. */
function reversed(value: Json): Json {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([name, member]) => [name, reversed(member)]),
  );
}
