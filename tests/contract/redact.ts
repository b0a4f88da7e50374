import { isObject } from '../../scripts/json/pointer.ts';
import type { Api } from '../../scripts/model/api.ts';
import type { Json, JsonObject } from '../../scripts/model/json.ts';
import type { Session } from './session.ts';

/** Takes out of what is written whatever is a secret or identifies a person. */
export interface Redactor {
  /** A text without the secrets of this run: each replaced by the variable that holds it. */
  text(text: string): string;
  headers<Value extends string | string[]>(headers: Record<string, Value>): Record<string, Value>;
  /** A body with the members masked whose names the document calls sensitive (`x-sensitive`), at any depth. */
  body(body: Json): Json;
  /** Whether an input or a member of this name is masked. */
  isSensitive(name: string): boolean;
}

const mask = '***';

/** Fields that carry credentials whatever the document says. */
const secretHeaders = ['authorization', 'proxy-authorization', 'cookie', 'set-cookie'];

/** The redactor of one API; names are compared without regard to case. */
export function redactorFor(api: Api, session: Pick<Session, 'secrets'>): Redactor {
  const sensitive = new Set([...sensitiveNames(api.document)].map((name) => name.toLowerCase()));
  const keys = api.securitySchemes.map(({ parameterName }) => parameterName?.toLowerCase() ?? '');
  const hidden = new Set([...secretHeaders, ...keys]);
  const isSensitive = (name: string) => sensitive.has(name.toLowerCase());
  const text = (given: string) => withoutSecrets(given, session.secrets());
  const header = (name: string, value: string) =>
    hidden.has(name.toLowerCase()) || isSensitive(name) ? mask : text(value);
  return {
    text,
    isSensitive,
    headers(headers) {
      const entries = Object.entries(headers).map(([name, value]) => [
        name,
        Array.isArray(value) ? value.map((one) => header(name, one)) : header(name, value as string),
      ]);
      return Object.fromEntries(entries);
    },
    body: (body) => masked(body, { isSensitive, text }),
  };
}

function masked(value: Json, redactor: Pick<Redactor, 'isSensitive' | 'text'>): Json {
  if (typeof value === 'string') return redactor.text(value);
  if (Array.isArray(value)) return value.map((item) => masked(item, redactor));
  if (!isObject(value)) return value;
  const entries = Object.entries(value).map(([name, member]) => [
    name,
    redactor.isSensitive(name) && member !== null ? mask : masked(member, redactor),
  ]);
  return Object.fromEntries(entries);
}

function withoutSecrets(text: string, secrets: Map<string, string>): string {
  let clean = text;
  for (const [secret, variable] of secrets) {
    for (const spelling of [secret, encodeURIComponent(secret)])
      clean = clean.replaceAll(spelling, `$${variable}`);
  }
  return clean;
}

/** Names of the properties and parameters that are marked `x-sensitive`. */
function sensitiveNames(document: JsonObject): Set<string> {
  const names = new Set<string>();
  const open: { node: Json; name: string }[] = [{ node: document, name: '' }];
  for (let next = open.pop(); next; next = open.pop()) {
    const { node, name } = next;
    if (Array.isArray(node)) open.push(...node.map((item) => ({ node: item, name })));
    if (!isObject(node)) continue;
    if (node['x-sensitive'] === true) names.add(typeof node.name === 'string' ? node.name : name);
    for (const [key, member] of Object.entries(node)) open.push({ node: member, name: key });
  }
  names.delete('');
  return names;
}
