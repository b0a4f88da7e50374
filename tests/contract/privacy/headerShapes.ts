import type { Header, Parameter } from '../../../scripts/model/operation.ts';
import { headerValue } from '../checks/headerValue.ts';
import { standardHeaders } from '../checks/standardHeaders.ts';
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
    fields.teller.mayName(name) ? name : `<name ${index + 1}>`,
    values.map((value) => headerShape(name, value, fields)),
  ]);
  return Object.fromEntries(entries);
}

function headerShape(name: string, value: string, { described, document, teller }: Fields): string {
  const { redactor } = teller;
  if (redactor.carriesCredentials(name)) return redactor.headers({ [name]: value })[name] ?? '';
  const lower = name.toLowerCase();
  if (lower === 'content-type') return contentTypeShape(value, teller);
  if (Object.hasOwn(harmless, lower)) return words(value, harmless[lower] ?? new Set());
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
  const mayShow = teller.showsValues && standardHeaders.has(lower) && !teller.isPrivate(name, []);
  return mayShow && !teller.hasTrace(value) ? value : textShape(value);
}

/** Headers of which only words of the standards are told. */
const harmless: Record<string, ReadonlySet<string>> = {
  allow: new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'CONNECT']),
  'content-encoding': new Set(['gzip', 'deflate', 'br', 'zstd', 'identity', 'compress']),
  'transfer-encoding': new Set(['chunked']),
  connection: new Set(['keep-alive', 'close']),
};

function words(value: string, known: ReadonlySet<string>): string {
  const all = value.split(',').map((one) => one.trim());
  return all.every((one) => known.has(one)) ? value : textShape(value);
}

const charsets =
  /;\s*charset\s*=\s*"?(utf-8|utf-16|utf-16le|utf-16be|us-ascii|iso-8859-1|iso-8859-15|windows-1252)\b/i;

function contentTypeShape(value: string, teller: Teller): string {
  const essence = mediaTypeShape(value, teller);
  const charset = charsets.exec(value)?.[1];
  return `${essence}${charset === undefined ? '' : `; charset=${charset}`}`;
}
