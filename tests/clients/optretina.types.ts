import { expectTypeOf } from 'vitest';
import { type Case, createOptretinaClient, type OptretinaClient } from '../../generated/optretina/client.ts';

/** Never called: the compiler is who checks it, in `npm run lint` and in types.test.ts. */
export async function types(client: OptretinaClient): Promise<void> {
  const { data } = await client.GET('/cases/{id}', { params: { path: { id: 7001 } } });
  expectTypeOf(data).toEqualTypeOf<Case | undefined>();
  const report = await client.GET('/cases/report/{id}', { params: { path: { id: 7001 } } });
  expectTypeOf(report.data).toEqualTypeOf<Blob | undefined>();
  const text = await client.GET('/cases/report/{id}', { params: { path: { id: 7001 } }, parseAs: 'text' });
  expectTypeOf(text.data).toEqualTypeOf<string | undefined>();

  client.POST('/cases', {
    body: { 'images[]': [new File([], 'a.jpg'), new Uint8Array(1), new Blob().stream()] },
  });

  // @ts-expect-error there is no such path
  client.GET('/case');
  // @ts-expect-error the path has no such method
  client.DELETE('/cases');
  // @ts-expect-error a path parameter is missing
  client.GET('/cases/{id}');
  // @ts-expect-error there is no such field
  client.POST('/cases', { body: { first_name: 'Ana', nickname: 'An' } });
  // @ts-expect-error gender is 0 or 1
  client.POST('/cases', { body: { gender: 2 } });
  // @ts-expect-error images are files
  client.POST('/cases', { body: { 'images[]': ['right.jpg'] } });
  // @ts-expect-error a credential is missing
  createOptretinaClient({ credentials: { clientId: 'fake-client-0001' } });
  // @ts-expect-error credentials are missing
  createOptretinaClient({});
}
