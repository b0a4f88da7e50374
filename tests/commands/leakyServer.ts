import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { listenAt } from '../../scripts/http/listenAt.ts';
import { givenTokens, patient, privateValues } from './wardSecrets.ts';

export interface LeakyOptions {
  /** What the operations that give tokens answer with instead; 0: they give them. */
  refusesTokens?: number;
}

/**
 * A server that tells every private value it knows, and whatever it hears, in every place of an answer that can hold text,
 * in every spelling; each time another kind of answer.
 */
export async function startLeakyServer({ refusesTokens = 0 }: LeakyOptions = {}) {
  let count = 0;
  const asked = new Map<string, number>();
  const server = createServer(async (request, response) => {
    const heard = `${request.method} ${request.url} ${JSON.stringify(request.headers)} ${await text(request)}`;
    if (/\/(login|sessions)$/.test(request.url ?? '') && request.method !== 'PUT') {
      giveToken(response, heard, refusesTokens);
      return;
    }
    count += 1;
    // Each operation gets each kind, whatever the order in which requests come; first a fault, of which something may be told.
    const place = `${request.method} ${request.url?.split(/[/?]/)[1]}`;
    const times = asked.get(place) ?? 0;
    asked.set(place, times + 1);
    const kind = kinds[(times + kinds.length - 1) % kinds.length] as Kind;
    kind(response, [...privateValues, heard], request);
  });
  return { ...(await listenAt(server)), asked: () => count };
}

function giveToken(response: ServerResponse, heard: string, status: number): void {
  const body = { ...givenTokens, expires_in: 3600, error: spelled(heard), detail: everything() };
  write(response, {
    status: status || 200,
    body: JSON.stringify(status ? { ...body, access_token: 1, session: 1 } : body),
  });
}

type Kind = (response: ServerResponse, values: string[], request: IncomingMessage) => void;

const kinds: Kind[] = [
  (response, values) => write(response, { status: 200, body: JSON.stringify(recordOf(values)) }),
  (response, values) =>
    write(response, { status: 200, body: JSON.stringify([recordOf(values), recordOf(values)]) }),
  (response, values) =>
    write(response, {
      status: 200,
      body: JSON.stringify({ ...recordOf(values), name: 7, beds: 88, status: patient.name }),
    }),
  (response, values) =>
    write(response, {
      status: 500,
      type: 'text/html',
      body: `<html><h1>${everything()}</h1>${values.join('<br>')}`,
    }),
  (response) =>
    write(response, {
      status: 302,
      location: `https://elsewhere.example/${encodeURIComponent(everything())}`,
    }),
  (response, values) =>
    write(response, { status: 200, type: 'text/plain', body: Buffer.from(values.join(' '), 'latin1') }),
  (response, values) =>
    write(response, { status: 200, body: Buffer.from(JSON.stringify(recordOf(values)), 'utf16le') }),
  (response, values) =>
    write(response, {
      status: 404,
      body: JSON.stringify(
        Object.fromEntries(
          [...Object.values(patient), ...values].flatMap(spelled).map((one) => [one, { [one]: one }]),
        ),
      ),
    }),
  (response, values) =>
    write(response, { status: 200, type: `application/vnd.${slug(patient.name)}+json`, body: values.join() }),
  (response, values) => {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': 100_000 });
    response.write(JSON.stringify(recordOf(values)));
    setTimeout(() => response.destroy(), 5);
  },
  (response, values) =>
    write(response, { status: 401, body: JSON.stringify({ title: everything(), detail: values.join() }) }),
  (response) => write(response, { status: 200, body: `{"name": "${patient.name}` }),
  (response) =>
    write(response, {
      status: 200,
      body: JSON.stringify({
        errors: Object.fromEntries(
          Object.values(patient)
            .flatMap(spelled)
            .map((one) => [one, one]),
        ),
      }),
    }),
  (response, values) => write(response, { status: 200, coding: slug(patient.name), body: values.join() }),
  (response, values) => write(response, { status: 200, coding: 'gzip', body: values.join() }),
  (response, values) =>
    write(response, {
      status: 422,
      type: 'application/problem+json',
      body: JSON.stringify({ ...faultOf(values), title: 1 }),
    }),
  (response, values) =>
    write(response, { status: 400, type: 'application/problem+json', body: JSON.stringify(faultOf(values)) }),
];

let written = 0;

interface Written {
  status: number;
  type?: string;
  body?: string | Buffer;
  location?: string;
  coding?: string;
}

/** Reason phrase, header names and values, cookies, and the trailers behind it. */
function write(
  response: ServerResponse,
  { status, type = 'application/json', body = '', location, coding }: Written,
): void {
  const [first, second] = [patient.name.slice(0, 14), patient.name.slice(14)];
  written += 1;
  const cookies =
    Math.floor(written / kinds.length) % 2 === 0 &&
    privateValues.map((value, index) => `c${index}=${encodeURIComponent(value)}`);
  response.writeHead(status, `No ${patient.name}`, {
    'content-type': `${type}; name="${slug(patient.name)}"`,
    trailer: 'x-last',
    'x-patient': latin(patient.name),
    'x-first-half': latin(first),
    'x-second-half': latin(second),
    [`x-${slug(patient.name)}`]: '1',
    [`x-${slug(privateValues[0] ?? '')}`]: '1',
    'x-all': latin(everything()),
    // Of each kind with and without: whoever knows that a cookie is private knows its value elsewhere.
    ...(cookies && { 'set-cookie': cookies }),
    authorization: latin(everything()),
    server: latin(`ward ${patient.name}`),
    etag: `"${Buffer.from(patient.name).toString('base64')}"`,
    'www-authenticate': latin(`Bearer realm="${patient.name}", error="${privateValues[7]}"`),
    ...(location !== undefined && { location }),
    ...(coding !== undefined && { 'content-encoding': coding }),
  });
  response.write(body === '' ? ' ' : body);
  response.addTrailers({ 'x-last': latin(patient.name) });
  response.end();
}

/** A patient as the document describes it, with more in it than it describes, and free text that says too much. */
let told = 0;

function recordOf(values: string[]) {
  told += 1;
  // In a word, which is shown where nothing is known of it.
  const words = Object.values(patient)
    .flatMap(spelled)
    .filter((one) => !/\s/.test(one));
  return {
    ...patient,
    ...{
      id: 61_834_275,
      beds: 4,
      status: 'in',
      ward: told % 3 === 0 ? (words[told % words.length] ?? '') : 'B12',
    },
    note: everything(),
    [patient.name]: { [slug(patient.name)]: 1 },
    nested: { deep: values, spelled: spelled(patient.name) },
    [slug(values[3] ?? '')]: true,
  };
}

function faultOf(values: string[]) {
  return {
    title: 'There is no such bed',
    code: 'E-17',
    detail: everything(),
    heard: values.flatMap(spelled),
  };
}

function everything(): string {
  return `You are ${privateValues.flatMap(spelled).join(' and ')}`;
}

function spelled(value: string): string[] {
  const half = Math.ceil(value.length / 2);
  const bytes = Buffer.from(value);
  return [
    ...[value, value.toUpperCase(), value.slice(0, half), value.slice(half)],
    ...[
      encodeURIComponent(value),
      new URLSearchParams({ v: value }).toString(),
      JSON.stringify({ v: value }),
    ],
    ...[bytes.toString('base64'), bytes.toString('base64url'), bytes.toString('hex')],
    ...[Buffer.from(`v=${value}`).toString('base64'), Buffer.from(value, 'utf16le').toString('base64')],
    Array.from(value, (one) => `&#${one.codePointAt(0)};`).join(''),
  ];
}

function slug(value: string): string {
  return value.replace(/[^A-Za-z0-9]+/g, '-');
}

/** What a header can hold. */
function latin(value: string): string {
  return value.replace(/[^\x20-\x7e\xa0-\xff]/g, '?').slice(0, 2500);
}
