import { essenceOf } from '../../mock/http/mediaType.ts';
import type { SentRequest } from '../../model/exchange.ts';

export interface Variable {
  /** The path template, below the API's own. */
  template: string;
  request: SentRequest;
}

/**
 * A request like another that nobody has sent yet: its own identifiers in the path, parameter, credentials, content and
 * accepted media types, and now and then a wish for an example that there is not. What is kept of a request without a
 * bound shows by them.
 * @param turn another number for each request
 */
export function variedRequest({ template, request }: Variable, turn: number): SentRequest {
  const { method, headers, body } = request;
  const url = new URL(request.url);
  url.pathname = variedPath(url.pathname, template, turn);
  url.searchParams.append('turn', String(turn));
  const fields = Object.entries(headers).map(([name, value]) => [name, variedCredential(name, value, turn)]);
  return {
    method,
    url: url.href,
    headers: {
      ...Object.fromEntries(fields),
      accept: `text/x-${turn}, */*;q=0.5`,
      ...(turn % 10 === 0 && { prefer: `example=turn${turn}` }),
    },
    ...(body && { body: variedBody(body, headers['content-type'] ?? '', turn) }),
  };
}

/** The template's segments stand at the end of the path. */
function variedPath(path: string, template: string, turn: number): string {
  const segments = path.split('/');
  const described = template.split('/');
  const first = segments.length - described.length;
  return segments
    .map((segment, index) => {
      const place = described[index - first] ?? '';
      if (!place.includes('{')) return segment;
      return isToken(segment) ? `fake-${turn}` : String(turn);
    })
    .join('/');
}

/** The mock takes whatever begins so for a credential. */
function isToken(segment: string): boolean {
  return segment.startsWith('fake-');
}

function variedCredential(name: string, value: string, turn: number): string {
  if (name !== 'authorization') return value.replace(/fake-[\w-]+/g, (fake) => `${fake}-${turn}`);
  const [scheme = '', ...rest] = value.split(' ');
  if (rest.length === 0) return `fake-${turn}`;
  const pair = Buffer.from(`fake-${turn}:fake-${turn}`).toString('base64');
  return `${scheme} ${scheme.toLowerCase() === 'basic' ? pair : `fake-${turn}`}`;
}

function variedBody(body: Uint8Array, contentType: string, turn: number): Uint8Array {
  const text = Buffer.from(body).toString('utf8');
  const essence = essenceOf(contentType);
  if (essence === 'application/x-www-form-urlencoded') return Buffer.from(`${text}&turn=${turn}`);
  const isObject = essence === 'application/json' && /^\{\s*"/.test(text);
  return isObject ? Buffer.from(`{"turn":"${turn}",${text.slice(1)}`) : body;
}
