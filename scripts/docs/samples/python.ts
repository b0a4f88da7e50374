import { pythonRequests } from '@scalar/snippetz/plugins/python/requests';
import type { HarRequest } from './harRequest.ts';
import { replaceLiterals, variablesIn } from './variables.ts';

type Configuration = Parameters<typeof pythonRequests.generate>[1];

/** A call of `requests`, which says by itself that it sends JSON; secrets come from the environment. */
export function pythonSample(request: HarRequest, configuration: Configuration): string {
  const isJson = request.postData?.mimeType === 'application/json';
  const headers = request.headers.filter(({ name }) => !(isJson && name === 'Content-Type'));
  const call = pythonRequests
    .generate({ ...asParts(request), headers } as never, configuration)
    .replace(/^ {6}\(/gm, '        (');
  const imports = [...(variablesIn(call).length > 0 ? ['import os'] : []), 'import requests'];
  const source = replaceLiterals(call, /"((?:[^"\\]|\\.)*)"/g, concatenated);
  return [
    ...imports,
    '',
    `response = ${source}`,
    'response.raise_for_status()',
    `print(${answer(request)})`,
  ].join('\n');
}

/** Only what has a file or a type becomes a form of parts. */
function asParts(request: HarRequest): HarRequest {
  const { postData } = request;
  const params = postData?.params ?? [];
  const isBare = params.length > 0 && params.every(({ fileName }) => fileName === undefined);
  if (!postData || !isBare || postData.mimeType !== 'multipart/form-data') return request;
  const typed = params.map((one) => ({ ...one, contentType: 'text/plain' }));
  return { ...request, postData: { ...postData, params: typed } };
}

function concatenated(parts: string[]): string {
  return parts
    .map((part, index) => (index % 2 === 1 ? `os.environ["${part}"]` : part && `"${part}"`))
    .filter(Boolean)
    .join(' + ');
}

function answer({ headers }: HarRequest): string {
  const accept = headers.find(({ name }) => name === 'Accept')?.value ?? '';
  return accept === 'application/json' ? 'response.text' : 'len(response.content), "bytes"';
}
