import { afterEach, beforeEach, expect, test } from 'vitest';
import { fixtureClient } from './fixtureClient.ts';
import { type Service, startService } from './startService.ts';

let service: Service;
beforeEach(async () => {
  service = await startService(() => ({ body: { access_token: 'fake' } }));
});
afterEach(() => service.close());

test.each<{ name: string; scan: () => unknown; filename: string }>([
  { name: 'a File', scan: () => new File(['bytes'], 'scan.png'), filename: 'scan.png' },
  { name: 'a Blob', scan: () => new Blob(['bytes']), filename: 'blob' },
  { name: 'a Buffer', scan: () => Buffer.from('bytes'), filename: 'blob' },
  { name: 'an ArrayBuffer', scan: () => new TextEncoder().encode('bytes').buffer, filename: 'blob' },
  { name: 'a stream', scan: () => new Blob(['bytes']).stream(), filename: 'blob' },
])('$name is sent as a part with its bytes, without anybody choosing a form', async ({ scan, filename }) => {
  const client = fixtureClient({ baseUrl: service.baseUrl });
  await client.POST('/things', { body: { name: 'a', scans: [scan(), scan()] } });
  const sent = service.received.at(-1);
  const body = sent?.body ?? '';
  expect(sent?.headers['content-type']).toMatch(/^multipart\/form-data; boundary=/);
  expect(body.split(`name="scans"; filename="${filename}"`)).toHaveLength(3);
  expect(body.match(/\r\n\r\nbytes\r\n/g)).toHaveLength(2);
});

test('bytes cannot be sent as JSON', async () => {
  const client = fixtureClient({ baseUrl: service.baseUrl });
  const headers = { 'Content-Type': 'application/json' };
  const call = client.POST('/things', { body: { scan: Buffer.from('bytes') }, headers });
  await expect(call).rejects.toThrow('POST /things: a file cannot be sent as JSON');
});
