import { phpGuzzle } from '@scalar/snippetz/plugins/php/guzzle';
import type { HarRequest } from './harRequest.ts';
import { replaceLiterals } from './variables.ts';

type Configuration = Parameters<typeof phpGuzzle.generate>[1];

/** A call of Guzzle, which says by itself that it sends JSON; secrets come from the environment. */
export function phpSample(request: HarRequest, configuration: Configuration): string {
  const { postData, ...rest } = isArrayLike(request) ? asText(request) : request;
  const isJson = postData?.mimeType === 'application/json';
  const headers = request.headers.filter(({ name }) => !(isJson && name === 'Content-Type'));
  const har = { ...rest, headers, ...(postData && { postData }) };
  const call = phpGuzzle.generate(har as never, configuration);
  const source = replaceLiterals(call, /'((?:[^'\\]|\\.)*)'/g, concatenated);
  return ['<?php', "require 'vendor/autoload.php';", '', source, '', 'echo $response->getBody();'].join('\n');
}

/** PHP has one kind of array: an empty object would be sent as a list. A quote in a name would end its literal. */
function isArrayLike({ postData }: HarRequest): boolean {
  return /\{\s*\}|['\\][^"]*"\s*:/.test(
    postData?.mimeType === 'application/json' ? (postData.text ?? '') : '',
  );
}

/** The library writes the text of what it does not know as it is. */
function asText({ postData, ...rest }: HarRequest): HarRequest {
  return { ...rest, postData: { mimeType: 'text/plain', text: postData?.text ?? '' } };
}

function concatenated(parts: string[]): string {
  return parts
    .map((part, index) => (index % 2 === 1 ? `getenv('${part}')` : part && `'${part}'`))
    .filter(Boolean)
    .join(' . ');
}
