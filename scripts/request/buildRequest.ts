import type { PlacedCredential } from '../client/credentials.ts';
import { encodeBody } from '../client/encodeBody.ts';
import { encodePath } from '../client/encodePath.ts';
import { encodeQuery } from '../client/encodeQuery.ts';
import { CallError } from '../client/errors.ts';
import { cookieField } from '../client/headerFields.ts';
import { mediaKind } from '../client/mediaType.ts';
import { isObject } from '../json/pointer.ts';
import type { RequestInputs } from '../model/case.ts';
import type { SentRequest } from '../model/exchange.ts';
import type { Json } from '../model/json.ts';
import type { MediaType, Operation, ParameterLocation } from '../model/operation.ts';
import { isBinary, propertiesOf, schemaParts, subschema } from '../validate/schemaParts.ts';
import { describedContent } from './describedContent.ts';

interface RequestOptions {
  operation: Operation;
  baseUrl: string;
  inputs: RequestInputs;
  placed: PlacedCredential[];
  /** `Prefer` goes to a mock only. */
  mode: 'mock' | 'live';
}

/** The request that inputs make, encoded as the document says. */
export async function buildRequest(options: RequestOptions): Promise<SentRequest> {
  const { operation, baseUrl, placed } = options;
  const inputs = withWritten(operation, options.inputs);
  const encoded = await bodyOf(operation, inputs);
  const path = encodePath(operation.path, inputs.path ?? {}, stylesOf(operation, 'path'));
  const query = [
    encodeQuery(inputs.query ?? {}, stylesOf(operation, 'query')),
    encodeQuery(placedIn(placed, 'query')),
  ].filter(Boolean);
  return {
    method: inputs.method ?? operation.method,
    url: `${baseUrl}${path}${query.length > 0 ? `?${query.join('&')}` : ''}`,
    headers: {
      ...headersOf({ ...options, inputs }),
      ...(encoded && { 'content-type': encoded.contentType }),
    },
    ...(encoded && { body: encoded.body }),
  };
}

/** A parameter that is described by a media type is written in it before its location has its way with it. */
function withWritten(operation: Operation, inputs: RequestInputs): RequestInputs {
  const written = { ...inputs };
  for (const { in: location, name, mediaType } of operation.parameters) {
    const value = inputs[location]?.[name];
    if (value === undefined || mediaType === undefined || mediaKind(mediaType) !== 'json') continue;
    written[location] = { ...written[location], [name]: JSON.stringify(value) };
  }
  return written;
}

function stylesOf(operation: Operation, location: ParameterLocation) {
  const own = operation.parameters.filter((one) => one.in === location);
  return Object.fromEntries(own.map(({ name, style, explode }) => [name, { style, explode }]));
}

function headersOf({ operation, inputs, placed, mode }: RequestOptions): Record<string, string> {
  const styles = stylesOf(operation, 'header');
  const parameters = Object.entries(inputs.header ?? {}).map(([name, value]) => [
    name,
    fieldText(value, styles[name]?.explode ?? false),
  ]);
  const cookie = cookieField({ ...inputs.cookie, ...placedIn(placed, 'cookie') });
  const prefer = Object.entries(inputs.prefer ?? {}).map(([name, value]) => `${name}=${value}`);
  const named = Object.fromEntries([
    ['accept', inputs.accept ?? acceptOf(operation)],
    ...parameters,
    ...Object.entries(placedIn(placed, 'header')),
    ...(cookie === undefined ? [] : [['cookie', cookie]]),
    ...(mode === 'mock' && prefer.length > 0 ? [['prefer', prefer.join(', ')]] : []),
  ]) as Record<string, string>;
  return Object.fromEntries(Object.entries(named).map(([name, value]) => [name.toLowerCase(), value]));
}

/** Style `simple` (OpenAPI 3.1 section 4.8.12.3), which a header has without percent-encoding. */
function fieldText(value: Json, explode: boolean): string {
  if (typeof value !== 'object' || value === null) return String(value);
  if (Object.values(value).some((one) => typeof one === 'object' && one !== null))
    throw new CallError('a header cannot carry a list or an object within another');
  if (Array.isArray(value)) return value.join(',');
  const pairs = Object.entries(value);
  return explode ? pairs.map((pair) => pair.join('=')).join(',') : pairs.flat().join(',');
}

function placedIn(placed: PlacedCredential[], location: PlacedCredential['in']): Record<string, string> {
  return Object.fromEntries(
    placed.filter((one) => one.in === location).map(({ name, value }) => [name, value]),
  );
}

/** Every media type that the operation's responses describe. */
function acceptOf(operation: Operation): string {
  const names = operation.responses.flatMap(({ content }) => content.map(({ name }) => name));
  return [...new Set(names)].join(', ') || '*/*';
}

async function bodyOf(operation: Operation, { body, rawBody, contentType }: RequestInputs) {
  if (contentType === undefined) return undefined;
  if (rawBody !== undefined) return { body: new Uint8Array(Buffer.from(rawBody, 'latin1')), contentType };
  if (body === undefined) return undefined;
  const media = describedContent(operation, contentType);
  const encoded = await encodedBody(operation, media, { body, contentType: media?.name ?? contentType });
  return media && media.name !== contentType ? { ...encoded, contentType } : encoded;
}

async function encodedBody(
  operation: Operation,
  media: MediaType | undefined,
  { body, contentType }: { body: Json; contentType: string },
) {
  // As everywhere, a string stands for its bytes (Latin-1), unless it is text.
  const isBytes = typeof body === 'string' && mediaKind(contentType) === 'bytes';
  const value = isBytes ? Buffer.from(body, 'latin1') : body;
  const encoded = encodeBody(contentType, media ? withFiles(operation, media, value) : value, {
    jsonProperties: jsonProperties(media),
    booleans: media?.booleans,
  });
  // `Response` writes a form as `fetch` would, its boundary included.
  const written = new Response(encoded.body);
  return {
    body: new Uint8Array(await written.arrayBuffer()),
    contentType: encoded.contentType ?? written.headers.get('content-type') ?? contentType,
  };
}

function jsonProperties(media: MediaType | undefined): string[] {
  const encodings = Object.entries(media?.encoding ?? {});
  return encodings.filter(([, { contentType }]) => contentType === 'application/json').map(([name]) => name);
}

/** In place of each text of a binary property, a file of its bytes (Latin-1). */
function withFiles(operation: Operation, media: MediaType, body: Json | Buffer): unknown {
  if (media.name !== 'multipart/form-data' || !media.schema || Buffer.isBuffer(body) || !isObject(body))
    return body;
  const properties = propertiesOf(schemaParts(operation.document, media.schema));
  const entries = Object.entries(body).map(([name, value]) => {
    const place = properties.get(name);
    const parts = place ? schemaParts(operation.document, place) : [];
    const items = parts.flatMap((part) => subschema(part, 'items') ?? []);
    const itemParts = items.flatMap((item) => schemaParts(operation.document, item));
    return [
      name,
      isBinary(parts) || isBinary(itemParts) ? filesOf(name, value, partType(media, name)) : value,
    ] as const;
  });
  return Object.fromEntries(entries);
}

/** The first media type that the document names for the parts of a property (OpenAPI 3.1 section 4.8.15.1). */
function partType({ encoding }: MediaType, name: string): string {
  const named = Object.hasOwn(encoding, name) ? encoding[name]?.contentType : undefined;
  const types = typeof named === 'string' ? named.split(',').map((one) => one.trim()) : [];
  return types.find((one) => /^[\w.+-]+\/[\w.+-]+$/.test(one)) ?? 'application/octet-stream';
}

function filesOf(name: string, value: Json, type: string): unknown {
  if (Array.isArray(value)) return value.map((item, index) => fileOf(`${name}-${index}`, item, type));
  return fileOf(name, value, type);
}

function fileOf(name: string, value: Json, type: string): unknown {
  if (typeof value !== 'string') return value;
  const fileName = `${name.replace(/[^A-Za-z0-9-]/g, '')}.bin`;
  return new File([Buffer.from(value, 'latin1')], fileName, { type });
}
