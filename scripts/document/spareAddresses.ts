import { isObject } from '../json/pointer.ts';
import type { Json, JsonObject } from '../model/json.ts';
import type { Visit } from './mapNodes.ts';

const address = /([\w.+%-]{1,64})@((?:[a-z\d-]{1,63}\.){1,9}[a-z]{2,63})(?![\w.-]*\w)/gi;
/** Nobody's: RFC 2606 sections 2 and 3. */
const reserved = /(^|\.)(test|example|invalid|localhost|example\.(com|net|org))$/i;

/**
 * Addresses of e-mail in examples become nobody's: they are what a run sends, and a live server may write to whoever is named in
 * `POST /password/forgot`. What `--values` says is sent as it is.
 */
export const spareAddresses: Visit = (node, { kind }) => {
  if (!isObject(node)) return node;
  const named = kind === 'example' ? 'value' : 'example';
  const spared: JsonObject = {};
  if (node[named] !== undefined) spared[named] = spare(node[named]);
  if (kind === 'schema' && Array.isArray(node.examples)) spared.examples = node.examples.map(spare);
  return Object.keys(spared).length === 0 ? node : { ...node, ...spared };
};

function spare(value: Json): Json {
  if (typeof value === 'string') return value.replace(address, nobodys);
  if (Array.isArray(value)) return value.map(spare);
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, spare(inner)]));
}

function nobodys(whole: string, local: string, host: string): string {
  return reserved.test(host) ? whole : `${local}@example.com`;
}
