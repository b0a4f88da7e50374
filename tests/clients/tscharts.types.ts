import { expectTypeOf } from 'vitest';
import { createTschartsClient, type TschartsClient } from '../../generated/tscharts/client.ts';

const image = { type: 'Xray', clinic: 12, station: 3, patient: 1001, data: 'ZmFrZQ==' } as const;

/** Never called: the compiler is who checks it, in `npm run lint` and in types.test.ts. */
export async function types(client: TschartsClient): Promise<void> {
  const { data } = await client.GET('/image/', { params: { query: { patient: 1001 } } });
  expectTypeOf(data).toEqualTypeOf<number[] | undefined>();

  // @ts-expect-error there is no such path
  client.GET('/image', { params: { query: { patient: 1001 } } });
  // @ts-expect-error the patient is required
  client.GET('/image/', { params: { query: { type: 'Xray' } } });
  // @ts-expect-error upper and lower case matter
  client.GET('/image/', { params: { query: { patient: 1001, type: 'xray' } } });
  // @ts-expect-error there is no such parameter
  client.GET('/image/', { params: { query: { patient: 1001, kind: 'Xray' } } });
  // @ts-expect-error fields are missing
  client.POST('/image/', { body: { type: 'Xray' } });
  // @ts-expect-error there is no such field
  client.POST('/image/', { body: { ...image, size: 3 } });
  // @ts-expect-error the credentials have another name
  createTschartsClient({ credentials: { apiKey: 'fake' } });
}
