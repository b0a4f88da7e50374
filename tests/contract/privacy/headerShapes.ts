import type { Header, Parameter } from '../../../scripts/model/operation.ts';
import { headerValue } from '../checks/headerValue.ts';
import { mediaTypeShape } from './bodyShape.ts';
import { shapeOf } from './shapeOf.ts';
import type { Teller } from './teller.ts';
import { textShape } from './textShape.ts';

type Described = Pick<Header | Parameter, 'name' | 'schema'>;

interface Fields {
  headers: Record<string, string[]>;
  /** Those that the document describes. */
  described: Described[];
  document: Parameters<typeof shapeOf>[1]['document'];
  teller: Teller;
}

/** Headers without their values, but for those that say how an answer is to be read. */
export function headerShapes(fields: Fields): Record<string, string[]> {
  const entries = Object.entries(fields.headers).map(([name, values], index): [string, string[]] => [
    fields.teller.mayNameUnasked(name) ? name : `<name ${index + 1}>`,
    values.map((value) => headerShape(name, value, fields)),
  ]);
  return Object.fromEntries(entries);
}

function headerShape(name: string, value: string, { described, document, teller }: Fields): string {
  const { redactor } = teller;
  if (redactor.carriesCredentials(name)) return redactor.headers({ [name]: value })[name] ?? '';
  const lower = name.toLowerCase();
  if (lower === 'content-type') return contentTypeShape(value, teller);
  if (Object.hasOwn(harmless, lower) && harmless[lower]?.test(value)) return value;
  const schema = described.find((one) => one.name.toLowerCase() === lower)?.schema;
  if (schema) {
    const shape = shapeOf(headerValue(document, [schema], value), {
      document,
      teller,
      places: [schema],
      name,
    });
    return typeof shape === 'string' ? shape : JSON.stringify(shape);
  }
  return textShape(value);
}

/** Headers of HTTP that are told as long as they say what the standards let them say. */
const harmless: Record<string, RegExp> = {
  allow: /^((GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS|TRACE|CONNECT)(, ?|$))*$/,
  'content-encoding': /^((gzip|deflate|br|zstd|identity|compress)(, ?|$))+$/,
  'transfer-encoding': /^chunked$/,
  connection: /^(keep-alive|close)$/i,
  'keep-alive': /^((timeout|max)=\d{1,5}(, ?|$))+$/,
  'content-length': /^\d{1,12}$/,
  age: /^\d{1,9}$/,
  'retry-after': /^\d{1,6}$/,
  date: /^[A-Z][a-z]{2}, \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d GMT$/,
};

const charsets =
  /;\s*charset\s*=\s*"?(utf-8|utf-16|utf-16le|utf-16be|us-ascii|iso-8859-1|iso-8859-15|windows-1252)\b/i;

function contentTypeShape(value: string, teller: Teller): string {
  const essence = mediaTypeShape(value, teller);
  const charset = charsets.exec(value)?.[1];
  return `${essence}${charset === undefined ? '' : `; charset=${charset}`}`;
}
