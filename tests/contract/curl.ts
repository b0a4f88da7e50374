import { mediaTypeName } from '../../scripts/client/mediaType.ts';
import type { RequestInputs } from '../../scripts/model/case.ts';
import type { ReportedRequest } from '../../scripts/model/report.ts';

/**
 * A `curl` line that repeats a reported request. Everything in it has been redacted; secrets are to be put in by hand,
 * or stand there as the environment variables that hold them, which are all that a shell puts in.
 */
export function curlOf(request: ReportedRequest, inputs: RequestInputs, variables: string[]): string {
  const quote = (text: string) => quoted(text, variables);
  const headers = Object.entries(request.headers)
    .filter(([name, value]) => !(name === 'content-type' && isWrittenByCurl(value, inputs)))
    // `Name:` would take the field away.
    .map(([name, value]) => `-H ${quote(value === '' ? `${name};` : `${name}: ${value}`)}`);
  return [
    'curl -i',
    // With -X, curl would wait for the body that the answer to HEAD announces.
    request.method === 'HEAD' ? '--head' : `-X ${request.method}`,
    ...headers,
    ...bodyArguments(request, inputs).map(([flag, value]) => `${flag} ${quote(value)}`),
    quote(request.url),
  ].join(' ');
}

type Argument = [flag: string, value: string];

/** With none of these flags, `@` or `<` at the start of a value makes curl read a file. */
function bodyArguments({ body }: ReportedRequest, inputs: RequestInputs): Argument[] {
  if (body === undefined) return [];
  if (inputs.rawBody !== undefined) return [['--data-raw', String(body)]];
  const isForm = isMultipart(inputs) || inputs.contentType === 'application/x-www-form-urlencoded';
  if (!isForm || typeof body !== 'object' || body === null) {
    const isText = typeof body === 'string' && !/json/i.test(inputs.contentType ?? '');
    return [['--data-raw', isText ? body : JSON.stringify(body)]];
  }
  const flag = isMultipart(inputs) ? '--form-string' : '--data-urlencode';
  return Object.entries(body).flatMap(([name, value]) =>
    [value].flat().map((one): Argument => [flag, `${name}=${textOf(one)}`]),
  );
}

function textOf(value: unknown): string {
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** Of a form that it encodes itself: it chooses the boundary. */
function isWrittenByCurl(contentType: string, inputs: RequestInputs): boolean {
  return (
    isMultipart(inputs) &&
    inputs.rawBody === undefined &&
    isMultipart({ contentType: mediaTypeName(contentType) })
  );
}

function isMultipart({ contentType }: RequestInputs): boolean {
  return contentType === 'multipart/form-data';
}

/** Single quotes, in which a shell reads nothing; double ones around our own variables. */
function quoted(text: string, variables: string[]): string {
  const names = variables.toSorted((a, b) => b.length - a.length).join('|');
  const parts = names === '' ? [text] : text.split(new RegExp(`(\\$(?:${names})(?![A-Za-z0-9_]))`));
  return parts
    .map((part, index) => (index % 2 === 1 ? `"${part}"` : single(part)))
    .join('')
    .replace(/^$/, "''");
}

function single(text: string): string {
  return text === '' ? '' : `'${text.replaceAll("'", `'\\''`)}'`;
}
