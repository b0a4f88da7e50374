import { mask } from '../../scripts/apis/mask.ts';
import { isPersonalName, isSecretName } from '../../scripts/apis/privateNames.ts';
import { sensitiveMarks } from '../../scripts/apis/sensitiveMarks.ts';
import { headerVariable } from '../../scripts/contract/headerVariable.ts';
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
  /** Whether the document calls an input or a member of this name sensitive. */
  isSensitive(name: string): boolean;
  /** The same, or every custom does (`privateNames.ts`) and the document does not take it back. */
  isPrivate(name: string): boolean;
  /** Whether a header of this name has a credential for its value, or what was given as one. */
  carriesCredentials(name: string): boolean;
  /** The same, which takes these values out as well, wherever they stand. */
  without(values: string[]): Redactor;
  /** The same, which masks inputs and members of these names as well. */
  hiding(names: string[]): Redactor;
  /** The variable that stands for a value which is a secret: `$CLINIC_KEY`. */
  variableOf(value: Json): string | undefined;
  /** The secrets of the run so far, each with the environment variable that stands for it. */
  secrets(): ReadonlyMap<string, string>;
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
    ...sensitiveMarks(api.document),
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
  return credential.length < shortestCredential ? [] : [[credential, headerVariable(name)]];
}

interface Masks {
  sensitive: ReadonlySet<string>;
  /** Names that the document takes back. */
  harmless: ReadonlySet<string>;
  /** Names of passwords and of what is only ever written. */
  written: ReadonlySet<string>;
  /** Names of headers. */
  hidden: Set<string>;
  secrets: () => Map<string, string>;
  values: string[];
}

function createRedactor(masks: Masks): Redactor {
  const { sensitive, harmless, written, hidden, secrets, values } = masks;
  const isSensitive = (name: string) => sensitive.has(name.toLowerCase());
  const isUsual = (name: string) =>
    written.has(name.toLowerCase()) || isSecretName(name) || isPersonalName(name);
  const carriesCredentials = (name: string) => hidden.has(name.toLowerCase());
  const withoutValues = valueMask(values);
  const text = (given: string) => withoutValues(withoutSecrets(given, secrets()));
  const variableOf = (value: Json) => {
    const variable = typeof value === 'string' ? secrets().get(value) : undefined;
    return variable === undefined ? undefined : `$${variable}`;
  };
  const header = (name: string, value: string) => {
    if (isSensitive(name)) return mask;
    return carriesCredentials(name) && !isVariable(text(value), secrets()) ? mask : text(value);
  };
  return {
    text,
    isSensitive,
    isPrivate: (name) => isSensitive(name) || (isUsual(name) && !harmless.has(name.toLowerCase())),
    carriesCredentials,
    headers(headers) {
      const entries = Object.entries(headers).map(([name, value]) => [
        text(name),
        Array.isArray(value) ? value.map((one) => header(name, one)) : header(name, value as string),
      ]);
      return Object.fromEntries(entries);
    },
    variableOf,
    body: (body) => masked(body, { isSensitive, text, variableOf }),
    without: (more) => createRedactor({ ...masks, values: [...values, ...more] }),
    hiding(names) {
      const more = names.map((name) => name.toLowerCase());
      return createRedactor({ ...masks, sensitive: new Set([...sensitive, ...more]) });
    },
    secrets,
  };
}

/** Whether nothing is left of a field's value but its auth-scheme and a variable. */
function isVariable(text: string, secrets: Map<string, string>): boolean {
  const [last = '', ...schemes] = text.split(' ').reverse();
  return schemes.length <= 1 && [...secrets.values()].some((variable) => last === `$${variable}`);
}

function masked(value: Json, redactor: Pick<Redactor, 'isSensitive' | 'text' | 'variableOf'>): Json {
  if (typeof value === 'string') return redactor.text(value);
  if (typeof value === 'number') return redactor.text(String(value)) === String(value) ? value : mask;
  if (Array.isArray(value)) return value.map((item) => masked(item, redactor));
  if (!isObject(value)) return value;
  const entries = Object.entries(value).map(([name, member]) => [
    redactor.text(name),
    redactor.isSensitive(name) && member !== null
      ? (redactor.variableOf(member) ?? mask)
      : masked(member, redactor),
  ]);
  return Object.fromEntries(entries);
}
