/** The value of a cookie in a `Cookie` field (RFC 6265 section 4.2.1); the first one where it is repeated. */
export function cookieNamed(name: string, field: string | undefined): string | undefined {
  for (const pair of field?.split(';') ?? []) {
    const [key = '', value] = pair.split(/=(.*)/s);
    if (key.trim() === name) return value?.trim().replace(/^"(.*)"$/s, '$1');
  }
  return undefined;
}
