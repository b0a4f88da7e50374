import { CallError } from './errors.ts';
import { encodeValue, type ParameterStyle } from './parameterStyle.ts';

/**
 * The path that a template and its parameters give; `/` in a value becomes `%2F`.
 * @throws {CallError} if a parameter is missing or empty, or would be a dot segment (RFC 3986 section 3.3), which climbs
 */
export function encodePath(
  template: string,
  values: Record<string, unknown>,
  styles: Record<string, ParameterStyle> = {},
): string {
  const path = template.replace(/\{([^{}]+)\}/g, (_, name: string) =>
    encodeSegment(name, Object.hasOwn(values, name) ? values[name] : undefined, styles[name]),
  );
  if (path.split('/').some(isDotSegment)) {
    throw new CallError('the path parameters together make a segment . or ..');
  }
  return path;
}

function encodeSegment(name: string, value: unknown, style = simple): string {
  if (value === undefined || value === null) throw new CallError(`the path parameter ${name} is missing`);
  const text = encodeValue(name, value, style);
  if (encodeValue(name, value, simple) === '') throw new CallError(`the path parameter ${name} is empty`);
  if (isDotSegment(text)) throw new CallError(`the path parameter ${name} may not be . or ..`);
  return text;
}

const simple: ParameterStyle = { style: 'simple', explode: false };

function isDotSegment(text: string): boolean {
  return text === '.' || text === '..';
}
