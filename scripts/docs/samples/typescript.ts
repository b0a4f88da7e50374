import { credentialNames } from '../../apis/credentialNames.ts';
import { credentialChoices } from '../../generate/credentialChoices.ts';
import { literal, quoted } from '../../generate/literal.ts';
import { camelCase, pascalCase } from '../../generate/words.ts';
import type { Api } from '../../model/api.ts';
import type { Json, JsonObject } from '../../model/json.ts';
import type { Operation } from '../../model/operation.ts';
import type { HarRequest } from './harRequest.ts';
import type { SampleRequest } from './sampleRequest.ts';

interface Call {
  api: Api;
  operation: Operation;
  request: SampleRequest;
  har: HarRequest;
}

/** A call of our client; secrets come from the environment, tokens that a document says how to get are got by it. */
export function typescriptSample({ api, operation, request, har }: Call): string {
  const client = camelCase(api.name);
  const factory = `create${pascalCase(api.name)}Client`;
  const init = callInit(operation, request, har);
  const path = quoted(operation.path);
  const lines = [
    ...(usesFiles(har) ? ["import { readFile } from 'node:fs/promises';"] : []),
    `import { ${factory} } from 'care-contracts/${api.name}';`,
    '',
    `const ${client} = ${factory}({`,
    `  baseUrl: ${quoted(api.serverUrl)},`,
    ...credentials(api),
    '});',
    `const { data, error } = await ${client}.${operation.method}(${path}${init && `, ${init}`});`,
    'console.log(data ?? error);',
  ];
  return lines.join('\n');
}

function credentials(api: Api): string[] {
  const [choice] = credentialChoices(api);
  const variables = new Map(credentialNames(api).map(({ name, variable }) => [camelCase(name), variable]));
  const members = (choice?.required ?? []).map((name) => `${name}: process.env.${variables.get(name)} ?? ''`);
  if (members.length === 0) return [];
  const line = `  credentials: { ${members.join(', ')} },`;
  return line.length <= 80 ? [line] : ['  credentials: {', ...members.map((one) => `    ${one},`), '  },'];
}

/** What the client is told besides the address; the token of a path is its own matter. */
function callInit(
  { parameters, requestBody }: Operation,
  { inputs }: SampleRequest,
  har: HarRequest,
): string {
  const params: JsonObject = {};
  for (const location of ['path', 'query', 'header', 'cookie'] as const) {
    const named = parameters.filter((one) => one.in === location && !one.token).map(({ name }) => name);
    const values = Object.entries(inputs[location] ?? {}).filter(([name]) => named.includes(name));
    if (values.length > 0) params[location] = Object.fromEntries(values);
  }
  const init: JsonObject = {
    ...(Object.keys(params).length > 0 && { params }),
    ...(requestBody && inputs.body !== undefined && { body: withFiles(inputs.body, har) }),
  };
  if (Object.keys(init).length === 0) return '';
  return literal(init, '').replace(
    /'file:([^':]+):([^']*)'/g,
    (_, name: string, type: string) =>
      `new File([await readFile('${name}')], '${name}'${type && `, { type: '${type}' }`})`,
  );
}

function usesFiles({ postData }: HarRequest): boolean {
  return postData?.params?.some(({ fileName }) => fileName !== undefined) ?? false;
}

/** In place of bytes, what stands for the file that has them. */
function withFiles(body: Json, { postData }: HarRequest): Json {
  const params = postData?.params;
  if (!params || typeof body !== 'object' || body === null || Array.isArray(body)) return body;
  const entries = Object.entries(body).map(([name, value]): [string, Json] => {
    const files = params.flatMap((one) =>
      one.name === name && one.fileName ? `file:${one.fileName}:${one.contentType ?? ''}` : [],
    );
    if (files.length === 0) return [name, value];
    return [name, Array.isArray(value) ? files : (files[0] ?? value)];
  });
  return Object.fromEntries(entries);
}
