import busboy from 'busboy';
import { isJson } from '../http/mediaType.ts';
import { Refusal } from '../refusal.ts';
import type { FormEntry } from './formValue.ts';

/**
 * The parts of a multipart/form-data body (RFC 7578), in order. The caller has bounded the body.
 * @param contentType the whole field, with its boundary
 * @throws {Refusal} if the body is malformed
 */
export function parseMultipart(body: Buffer, contentType: string): Promise<FormEntry[]> {
  return new Promise((resolve, reject) => {
    const refuse = (error: unknown) => reject(malformed(error));
    try {
      const parser = busboy({
        headers: { 'content-type': contentType },
        defParamCharset: 'utf8',
        // A part can be no longer than the body that it is in.
        limits: { fieldNameSize: body.length, fieldSize: body.length },
      });
      const entries: FormEntry[] = [];
      parser.on('field', (name, value, { mimeType }) => {
        entries.push({ name, value, mediaType: mimeType });
      });
      parser.on('file', (name, file, { mimeType }) => {
        const entry: FormEntry = { name, value: '', mediaType: mimeType };
        entries.push(entry);
        const chunks: Buffer[] = [];
        file.on('data', (chunk: Buffer) => chunks.push(chunk));
        file.on('end', () => {
          entry.value = Buffer.concat(chunks).toString(isJson(mimeType) ? 'utf8' : 'latin1');
        });
        file.on('error', refuse);
      });
      parser.on('error', refuse);
      parser.on('close', () => resolve(entries));
      parser.end(body);
    } catch (error) {
      refuse(error);
    }
  });
}

function malformed(error: unknown): Refusal {
  const reason = error instanceof Error ? error.message : String(error);
  return new Refusal('malformed', `The form cannot be read: ${reason}.`);
}
