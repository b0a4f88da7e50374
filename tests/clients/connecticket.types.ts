import { expectTypeOf } from 'vitest';
import { type ConnecticketClient, createConnecticketClient } from '../../generated/connecticket/client.ts';

/** Never called: the compiler is who checks it, in `npm run lint` and in types.test.ts. */
export async function types(client: ConnecticketClient): Promise<void> {
  const { data } = await client.GET('/{access_token}/tickets/{id}', { params: { path: { id: 202 } } });
  expectTypeOf(data?.ticket_status).toEqualTypeOf<string | undefined>();

  // @ts-expect-error there is no such path
  client.GET('/tickets');
  // @ts-expect-error the token may be left out, the identifier may not
  client.GET('/{access_token}/tickets/{id}');
  // @ts-expect-error there is no such path parameter
  client.GET('/{access_token}/tickets', { params: { path: { token: 'fake' } } });
  // @ts-expect-error there is no such field
  data?.fluffiness;
  // @ts-expect-error a credential is missing
  createConnecticketClient({ credentials: { apiKey: 'fake-key-0001' } });
}
