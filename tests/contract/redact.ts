import { mask } from '../../scripts/apis/mask.ts';
import { sensitiveNames } from '../../scripts/apis/sensitiveNames.ts';
import { isObject } from '../../scripts/json/pointer.ts';
import type { Api } from '../../scripts/model/api.ts';
import type { Json } from '../../scripts/model/json.ts';
import type { Session } from '../../scripts/request/session.ts';
import { valueMask, withoutSecrets } from './mask.ts';

/** Takes out of what is written whatever is a secret or identifies a person. */
export interface Redactor {
  /** A text without the secrets of this run: each replaced by the variable that holds it. */
  text(text: string): string;
  headers<Value extends string | string[]>(headers: Record<string, Value>): Record<string, Value>;
  /** A body with the members masked whose names the document calls sensitive (`x-sensitive`), at any depth. */
  body(body: Json): Json;
  /** Whether an input or a member of this name is masked. */
  isSensitive(name: string): boolean;
  /** The same, which takes these values out as well, wherever they stand. */
  without(values: string[]): Redactor;
  /** The environment variables that stand for secrets in its texts. */
  variables(): string[];
}

/** Fields that carry credentials whatever the document says. */
const secretHeaders = ['authorization', 'proxy-authorization', 'cookie', 'set-cookie'];

interface RedactorOptions {
  api: Api;
  session: Pick<Session, 'secrets'>;
  /** Those of `--header`, of which any may be a credential. */
  headers: Record<string, string>;
}

/** The redactor of one API; names are compared without regard to case. */
export function redactorFor({ api, session, headers }: RedactorOptions): Redactor {
  const given = Object.entries(headers).flatMap(givenSecret);
  const keys = api.securitySchemes.map(({ parameterName }) => parameterName ?? '');
  const hidden = [...secretHeaders, ...keys, ...Object.keys(headers)].map((name) => name.toLowerCase());
  return createRedactor({
    sensitive: sensitiveNames(api.document),
    hidden: new Set(hidden),
    secrets: () => new Map([...given, ...session.secrets()]),
    values: [],
  });
}

/** Shorter ones are no credentials, and stand in every text. */
const shortestCredential = 4;

/** The value of a field, without its auth-scheme, and a name to stand for it. */
function givenSecret([name, value]: [string, string]): [string, string][] {
  const credential = value.slice(value.indexOf(' ') + 1);
  const variable = `HEADER_${name}`.replace(/[^A-Za-z0-9]+/g, '_').toUpperCase();
  return credential.length < shortestCredential ? [] : [[credential, variable]];
}

interface Masks {
  sensitive: Set<string>;
  /** Names of headers. */
  hidden: Set<string>;
  secrets: () => Map<string, string>;
  values: string[];
}

function createRedactor(masks: Masks): Redactor {
  const { sensitive, hidden, secrets, values } = masks;
  const isSensitive = (name: string) => sensitive.has(name.toLowerCase());
  const withoutValues = valueMask(values);
  const text = (given: string) => withoutValues(withoutSecrets(given, secrets()));
  const header = (name: string, value: string) => {
    if (isSensitive(name)) return mask;
    return hidden.has(name.toLowerCase()) && !isVariable(text(value), secrets()) ? mask : text(value);
  };
  return {
    text,
    isSensitive,
    headers(headers) {
      const entries = Object.entries(headers).map(([name, value]) => [
        text(name),
        Array.isArray(value) ? value.map((one) => header(name, one)) : header(name, value as string),
      ]);
      return Object.fromEntries(entries);
    },
    body: (body) => masked(body, { isSensitive, text }),
    without: (more) => createRedactor({ ...masks, values: [...values, ...more] }),
    variables: () => [...secrets().values()],
  };
}

/** Whether nothing is left of a field's value but its auth-scheme and a variable. */
function isVariable(text: string, secrets: Map<string, string>): boolean {
  const [last = '', ...schemes] = text.split(' ').reverse();
  return schemes.length <= 1 && [...secrets.values()].some((variable) => last === `$${variable}`);
}

function masked(value: Json, redactor: Pick<Redactor, 'isSensitive' | 'text'>): Json {
  if (typeof value === 'string') return redactor.text(value);
  if (typeof value === 'number') return redactor.text(String(value)) === String(value) ? value : mask;
  if (Array.isArray(value)) return value.map((item) => masked(item, redactor));
  if (!isObject(value)) return value;
  const entries = Object.entries(value).map(([name, member]) => [
    redactor.text(name),
    redactor.isSensitive(name) && member !== null ? mask : masked(member, redactor),
  ]);
  return Object.fromEntries(entries);
}
