import { mediaTypeName } from '../../client/mediaType.ts';
import type { SampleRequest } from './sampleRequest.ts';

/** A part of a form, as HAR 1.2 has it. */
interface HarParam {
  name: string;
  value?: string;
  fileName?: string;
  contentType?: string;
}

/** What the samples' library reads of HAR 1.2. */
export interface HarRequest {
  method: string;
  url: string;
  headers: { name: string; value: string }[];
  postData?: { mimeType: string; text?: string; params?: HarParam[] };
}

export interface SampleFile {
  name: string;
  bytes: Uint8Array;
}

const forms = ['multipart/form-data', 'application/x-www-form-urlencoded'];

/** A sample's request for the library. A form is taken apart again, so that the samples have the very parts that we send. */
export async function harRequest({ sent }: SampleRequest): Promise<HarRequest> {
  const mimeType = mediaTypeName(sent.headers['content-type'] ?? '');
  const isForm = forms.includes(mimeType);
  return {
    method: sent.method,
    url: sent.url,
    headers: Object.entries(sent.headers)
      // A library says by itself what form it writes.
      .filter(([name]) => !(isForm && name === 'content-type'))
      .map(([name, value]) => ({ name: usualNames.get(name) ?? name, value })),
    ...(sent.body && {
      postData: isForm
        ? { mimeType, params: (await formEntries(sent)).map(paramOf) }
        : { mimeType, text: Buffer.from(sent.body).toString() },
    }),
  };
}

/** The files that a sample sends: a reader has others, a test writes these. */
export async function sampleFiles({ sent }: SampleRequest): Promise<SampleFile[]> {
  if (!forms.includes(mediaTypeName(sent.headers['content-type'] ?? ''))) return [];
  const files = (await formEntries(sent)).flatMap(([, value]) => (value instanceof File ? value : []));
  return Promise.all(files.map(async (file) => ({ name: file.name, bytes: await file.bytes() })));
}

const usualNames = new Map(
  ['Accept', 'Authorization', 'Content-Type', 'Cookie'].map((name) => [name.toLowerCase(), name]),
);

async function formEntries({
  headers,
  body,
}: SampleRequest['sent']): Promise<[string, FormDataEntryValue][]> {
  const form = await new Response(body?.slice(), {
    headers: { 'content-type': headers['content-type'] ?? '' },
  }).formData();
  const entries = [...form].map(([name, value]) => [name, value] as [string, FormDataEntryValue]);
  return Promise.all(
    entries.map(async ([name, value]) => [name, await withEnding(value)] as [string, FormDataEntryValue]),
  );
}

/** A file is called after what it is, which its first bytes tell. */
async function withEnding(value: FormDataEntryValue): Promise<FormDataEntryValue> {
  if (typeof value === 'string') return value;
  const start = Buffer.from(await value.slice(0, 8).arrayBuffer()).toString('latin1');
  const ending = endings.find(([signature]) => start.startsWith(signature))?.[1] ?? 'bin';
  return new File([value], value.name.replace(/bin$/, ending), { type: value.type });
}

const endings = [
  ['\x89PNG', 'png'],
  ['\xff\xd8\xff', 'jpg'],
  ['%PDF', 'pdf'],
] as const;

function paramOf([name, value]: [string, FormDataEntryValue]): HarParam {
  if (typeof value === 'string') return { name, value };
  // The type that says nothing is for the library to find out.
  const contentType = value.type === 'application/octet-stream' ? {} : { contentType: value.type };
  return { name, fileName: value.name, ...contentType };
}
