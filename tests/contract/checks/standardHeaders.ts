/**
 * Response headers that belong to HTTP itself, or to what carries it, and that no document describes one by one:
 * RFC 9110 to 9113, RFC 8288 excepted (a `Link` says something of the resource), Fetch's CORS headers, and what proxies
 * and browsers' security features add.
 */
export const standardHeaders: ReadonlySet<string> = new Set([
  ...['accept-ranges', 'age', 'allow', 'cache-control', 'connection', 'content-encoding', 'content-language'],
  ...['content-length', 'content-location', 'content-range', 'content-type', 'date', 'etag', 'expires'],
  ...[
    'keep-alive',
    'last-modified',
    'location',
    'pragma',
    'proxy-authenticate',
    'proxy-connection',
    'retry-after',
  ],
  ...['server', 'trailer', 'transfer-encoding', 'upgrade', 'vary', 'via', 'www-authenticate'],
  ...['access-control-allow-credentials', 'access-control-allow-headers', 'access-control-allow-methods'],
  ...['access-control-allow-origin', 'access-control-expose-headers', 'access-control-max-age'],
  ...['alt-svc', 'content-security-policy', 'cross-origin-embedder-policy', 'cross-origin-opener-policy'],
  ...['cross-origin-resource-policy', 'permissions-policy', 'referrer-policy', 'strict-transport-security'],
  ...['x-content-type-options', 'x-frame-options', 'x-powered-by', 'x-xss-protection'],
]);
