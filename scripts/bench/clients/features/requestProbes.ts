import { lines, type Probe, quietly } from './probe.ts';

/** What is sent, and what is not. */
export const requestProbes: readonly Probe[] = [
  {
    name: 'lets no identifier leave its place in the path',
    modules: ['encodePath.ts'],
    async has(create, service) {
      service.reset();
      for (const id of ['..', '.', '../token', 'a/b', 'a?b', 'a#b']) await quietly(create(service).get(id));
      const gets = lines(service).filter((line) => line.startsWith('GET'));
      return gets.every((line) => /^GET \/things\/[^/?]+$/.test(line));
    },
  },
  {
    name: 'sends nothing where an identifier is missing',
    modules: ['encodePath.ts'],
    async has(create, service) {
      service.reset();
      for (const id of [undefined, null, '']) await quietly(create(service).get(id));
      return lines(service).length === 0;
    },
  },
  {
    name: 'sends several files in a form, a part each',
    modules: ['encodeBody.ts'],
    async has(create, service) {
      service.reset();
      const files = ['a.jpg', 'b.jpg'].map((name) => new File(['bytes'], name, { type: 'image/jpeg' }));
      await quietly(create(service).upload(files));
      const { headers, body = '' } = service.received.at(-1) ?? {};
      const parts = body.match(/name="images\[\]"; filename="[ab].jpg"/g) ?? [];
      return (
        parts.length === 2 && String(headers?.['content-type']).startsWith('multipart/form-data; boundary=')
      );
    },
  },
  {
    name: 'takes a stream for a file in a form',
    modules: ['collectStreams.ts'],
    async has(create, service) {
      service.reset();
      await quietly(create(service).upload([new Blob(['from a stream']).stream()]));
      return service.received.some(({ body }) => body.includes('\r\n\r\nfrom a stream\r\n'));
    },
  },
];
