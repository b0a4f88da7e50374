/** What a runtime expression can speak of; all of it optional, since mostly only a response's body is asked for. */
export interface ExpressionContext {
  url?: string;
  method?: string;
  statusCode?: number;
  request?: MessageContext & { query?: Record<string, unknown>; path?: Record<string, unknown> };
  response?: MessageContext;
}

export interface MessageContext {
  headers?: Headers;
  /** The parsed body. */
  body?: unknown;
}

/**
 * Evaluates a runtime expression (OpenAPI 3.1 section 4.8.20.4): `$response.body#/access_token`.
 * @returns the value; `undefined` where there is none, and for what is no runtime expression
 */
export function evaluateExpression(expression: string, context: ExpressionContext): unknown {
  if (expression === '$url') return context.url;
  if (expression === '$method') return context.method;
  if (expression === '$statusCode') return context.statusCode;
  const [, side, source = ''] = /^\$(request|response)\.(.+)$/s.exec(expression) ?? [];
  if (side === 'request') return evaluateSource(source, context.request ?? {});
  return side === 'response' ? evaluateSource(source, context.response ?? {}) : undefined;
}

function evaluateSource(source: string, message: NonNullable<ExpressionContext['request']>): unknown {
  if (source === 'body') return message.body;
  if (source.startsWith('body#')) return pointedAt(message.body, source.slice('body#'.length));
  const [, kind, name = ''] = /^(header|query|path)\.(.+)$/s.exec(source) ?? [];
  if (kind === 'header') return headerOf(message.headers, name);
  if (kind === 'query') return ownMember(message.query, name);
  return kind === 'path' ? ownMember(message.path, name) : undefined;
}

/** A name that no header can have is looked up like any other: it is not there. */
function headerOf(headers: Headers | undefined, name: string): string | undefined {
  const wanted = name.toLowerCase();
  return [...(headers ?? [])].find(([known]) => known === wanted)?.[1];
}

/** RFC 6901 */
function pointedAt(body: unknown, pointer: string): unknown {
  if (pointer === '') return body;
  if (!pointer.startsWith('/')) return undefined;
  return pointer
    .slice(1)
    .split('/')
    .map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce(ownMember, body);
}

function ownMember(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  if (Array.isArray(value) && !/^(0|[1-9]\d*)$/.test(key)) return undefined;
  return Object.hasOwn(value, key) ? (value as Record<string, unknown>)[key] : undefined;
}
