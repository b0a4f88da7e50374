import { shellCurl } from '@scalar/snippetz/plugins/shell/curl';
import type { HarRequest } from './harRequest.ts';
import { replaceLiterals, splitVariables, variablesIn } from './variables.ts';

type Configuration = Parameters<typeof shellCurl.generate>[1];

/** A `curl` line; secrets are variables of the shell, and bytes go into a file: curl shows none to a terminal. */
export function shellSample(request: HarRequest, configuration: Configuration): string {
  const [first = '', ...rest] = mended(shellCurl.generate(request as never, configuration), request).split(
    ' \\\n  ',
  );
  return [withQuotedUrl(first), ...rest.map(withVariables), ...output(request)].join(' \\\n  ');
}

function output({ headers }: HarRequest): string[] {
  const accept = headers.find(({ name }) => name === 'Accept')?.value ?? '';
  const [, ending] = /^(?:application|image)\/(pdf|png|jpeg|octet-stream)\b/.exec(accept) ?? [];
  return ending ? [`--output answer.${ending === 'octet-stream' ? 'bin' : ending}`] : [];
}

/** In a `--form` text, curl reads `;` and a leading `@` or `<`; in a `--form-string` it does not. In `--data`, it reads `@`. */
function mended(source: string, { postData }: HarRequest): string {
  const parts = [...(postData?.params ?? [])];
  return source
    .replace(/^ *--form '/gm, (option) =>
      parts.shift()?.fileName === undefined ? option.replace('--form', '--form-string') : option,
    )
    .replace(/^( *)--data '@/gm, "$1--data-raw '@");
}

/** The library leaves an address without quotes where it needs none. */
function withQuotedUrl(command: string): string {
  if (variablesIn(command).length === 0) return command;
  return `curl "${splitVariables(command.replace(/^curl '?|'$/g, ''))
    .map(variable)
    .join('')}"`;
}

function withVariables(option: string): string {
  return replaceLiterals(option, /'((?:[^']|'\\'')*)'/g, (parts) =>
    /["$`\\!]/.test(parts.join(''))
      ? `'${parts.map((part, index) => (index % 2 === 1 ? `'"$${part}"'` : part)).join('')}'`
      : `"${parts.map(variable).join('')}"`,
  );
}

/** Braces only where a letter follows that a name could have. */
function variable(part: string, index: number, parts: string[]): string {
  if (index % 2 === 0) return part;
  return /^[A-Za-z0-9_]/.test(parts[index + 1] ?? '') ? `\${${part}}` : `$${part}`;
}
