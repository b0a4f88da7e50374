import type { RequestInputs } from '../../scripts/model/case.ts';
import type { ReportedRequest } from '../../scripts/model/report.ts';

/**
 * A `curl` line that repeats a reported request. Everything in it has been redacted; secrets are to be put in by hand,
 * or stand there as the environment variables that hold them.
 */
export function curlOf(request: ReportedRequest, inputs: RequestInputs): string {
  const headers = Object.entries(request.headers)
    .filter(([name]) => !(name === 'content-type' && isMultipart(inputs)))
    .map(([name, value]) => `-H ${quote(`${name}: ${value}`)}`);
  return [
    'curl -i',
    `-X ${request.method}`,
    ...headers,
    ...bodyArguments(request, inputs),
    quote(request.url),
  ].join(' ');
}

function bodyArguments({ body }: ReportedRequest, inputs: RequestInputs): string[] {
  if (body === undefined) return [];
  if (!isForm(inputs)) return [`--data ${quote(typeof body === 'string' ? body : JSON.stringify(body))}`];
  const flag = isMultipart(inputs) ? '--form' : '--data-urlencode';
  return Object.entries(body as Record<string, unknown>).flatMap(([name, value]) =>
    [value]
      .flat()
      .map((one) => `${flag} ${quote(`${name}=${typeof one === 'object' ? JSON.stringify(one) : one}`)}`),
  );
}

function isForm(inputs: RequestInputs): boolean {
  return isMultipart(inputs) || inputs.contentType === 'application/x-www-form-urlencoded';
}

function isMultipart({ contentType }: RequestInputs): boolean {
  return contentType === 'multipart/form-data';
}

/** Double quotes, so that a variable in place of a secret is put in by the shell; nothing else is. */
function quote(text: string): string {
  return `"${text.replace(/["\\`]/g, '\\$&').replace(/\$(?![A-Z][A-Z0-9_]*\b)/g, '\\$')}"`;
}
