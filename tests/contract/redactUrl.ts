import { mask } from '../../scripts/apis/mask.ts';
import type { Operation } from '../../scripts/model/operation.ts';
import type { Redactor } from './redact.ts';

/** A request's URL without the parameters that the document calls sensitive, and without the secrets of the run. */
export function redactUrl(
  url: string,
  { operation, redactor }: { operation: Operation; redactor: Redactor },
): string {
  const [path = '', query] = url.split(/\?(.*)/s);
  const clean = withoutSegments(path, operation, redactor);
  return redactor.text(query === undefined ? clean : `${clean}?${withoutFields(query, redactor)}`);
}

/** The template's segments are the last ones of the path: a value's own slash is percent-encoded. */
function withoutSegments(path: string, operation: Operation, redactor: Redactor): string {
  const template = operation.path.split('/');
  const segments = path.split('/');
  const offset = segments.length - template.length;
  return segments
    .map((segment, index) => (hides(template[index - offset] ?? '', operation, redactor) ? mask : segment))
    .join('/');
}

/** A token is a secret: the variable that stands for it is of more use than a mask. */
function hides(segment: string, { parameters }: Operation, { isSensitive }: Redactor): boolean {
  const names = [...segment.matchAll(/\{([^{}]+)\}/g)].map(([, name = '']) => name);
  const isToken = (name: string) =>
    parameters.some((one) => one.in === 'path' && one.name === name && one.token);
  return names.some((name) => isSensitive(name) && !isToken(name));
}

/** A member of an object parameter has its own name in brackets: `filter[name]`. */
function withoutFields(query: string, redactor: Redactor): string {
  return query
    .split('&')
    .map((field) => {
      const [name = ''] = field.split('=', 1);
      const words = decoded(name).split(/[[\]]+/);
      return [decoded(name), ...words].some(redactor.isSensitive) ? `${name}=${mask}` : field;
    })
    .join('&');
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
