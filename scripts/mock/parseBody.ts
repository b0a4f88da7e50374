import type { Json } from '../model/json.ts';
import type { FormBooleans } from '../model/operation.ts';
import { type FormEntry, formValue } from './form/formValue.ts';
import { parseMultipart } from './form/parseMultipart.ts';
import { parseJsonText } from './parseJsonText.ts';
import type { BodyFormat } from './prism/requestContents.ts';
import { Refusal } from './refusal.ts';

/**
 * A body as the plain value that is held against its schema; bytes become a string with one character each (Latin-1).
 * @param contentType the whole field, with its parameters
 * @throws {Refusal} if the body is malformed
 */
export async function parseBody({
  body,
  contentType,
  format,
}: {
  body: Buffer;
  contentType: string;
  format: BodyFormat;
}): Promise<Json> {
  switch (format.kind) {
    case 'json':
      return parseJson(body);
    case 'multipart':
      return formValue(read(await parseMultipart(body, contentType), format), format.shape);
    case 'urlencoded':
      return formValue(
        read(splitWholeArrays(urlencodedEntries(body), format.delimiters), format),
        format.shape,
      );
    case 'text':
      return decode(body);
    case 'bytes':
      return body.toString('latin1');
  }
}

/** Entries that know how their form writes true and false. */
function read(entries: FormEntry[], { booleans }: { booleans?: FormBooleans | undefined }): FormEntry[] {
  return booleans ? entries.map((entry) => ({ ...entry, booleans })) : entries;
}

function parseJson(body: Buffer): Json {
  const text = decode(body);
  try {
    return parseJsonText(text);
  } catch (error) {
    // The parser's own words quote the body.
    const [at] = /at position \d+/.exec(String(error)) ?? [];
    throw new Refusal('malformed', `The body is not JSON${at === undefined ? '' : `: it breaks ${at}`}.`);
  }
}

function decode(body: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(body);
  } catch {
    throw new Refusal('malformed', 'The body is not valid UTF-8.');
  }
}

function urlencodedEntries(body: Buffer): FormEntry[] {
  return [...new URLSearchParams(body.toString('utf8'))].map(([name, value]) => ({ name, value }));
}

function splitWholeArrays(entries: FormEntry[], delimiters: ReadonlyMap<string, string>): FormEntry[] {
  if (delimiters.size === 0) return entries;
  return entries.flatMap(({ name, value }) => {
    const delimiter = delimiters.get(name);
    if (delimiter === undefined) return [{ name, value }];
    return value.split(delimiter).map((item) => ({ name, value: item }));
  });
}
