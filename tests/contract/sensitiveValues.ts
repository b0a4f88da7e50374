import { isObject } from '../../scripts/json/pointer.ts';
import type { RequestInputs } from '../../scripts/model/case.ts';
import type { ReceivedResponse } from '../../scripts/model/exchange.ts';
import type { Json } from '../../scripts/model/json.ts';
import { parsedJson } from './checks/jsonBody.ts';

/** Shorter ones identify nobody, and stand in every text. */
const shortest = 3;

/** What is longer is not shown, so that nothing of it has to be masked. In bytes. */
const longestBody = 64 * 1024;

interface Exchanged {
  inputs: RequestInputs;
  response: ReceivedResponse | undefined;
  isSensitive(name: string): boolean;
}

/** The values of one exchange that the document calls sensitive: a server may repeat them where nothing is called so. */
export function sensitiveValues({ inputs, response, isSensitive }: Exchanged): string[] {
  const { path, query, header, cookie, body } = inputs;
  const sent = [path, query, header, cookie, body].filter((part) => part !== undefined);
  const headers = Object.entries(response?.headers ?? {}).filter(([name]) => isSensitive(name));
  const found = [
    ...sent.flatMap((part) => marked(part, isSensitive)),
    ...(response ? markedIn(response, isSensitive) : []),
    ...headers.flatMap(([, values]) => values),
  ];
  return [...new Set(found)].filter((value) => value.length >= shortest);
}

function marked(value: Json, isSensitive: (name: string) => boolean): string[] {
  if (Array.isArray(value)) return value.flatMap((item) => marked(item, isSensitive));
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([name, member]) =>
    isSensitive(name) ? leaves(member) : marked(member, isSensitive),
  );
}

function leaves(value: Json): string[] {
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(leaves);
  return typeof value === 'string' || typeof value === 'number' ? [String(value)] : [];
}

/** None of what is no JSON, or is too deep to be followed: neither is shown. */
function markedIn(response: ReceivedResponse, isSensitive: (name: string) => boolean): string[] {
  if (response.body.byteLength > longestBody) return [];
  const { value } = parsedJson(response);
  return value === undefined ? [] : marked(value, isSensitive);
}
