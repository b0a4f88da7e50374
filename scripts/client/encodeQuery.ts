import { encodeValue, type ParameterStyle } from './parameterStyle.ts';

/**
 * A query string without its `?`. A parameter whose style is not given is a form, exploded: OpenAPI 3.1 section 4.8.12.2.
 * What is undefined or null is left out.
 */
export function encodeQuery(
  values: Record<string, unknown>,
  styles: Record<string, ParameterStyle> = {},
): string {
  return Object.entries(values)
    .filter(([, value]) => value !== undefined && value !== null)
    .map(([name, value]) => encodeValue(name, value, styles[name] ?? { style: 'form', explode: true }))
    .filter((part) => part !== '')
    .join('&');
}
