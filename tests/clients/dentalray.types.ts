import { expectTypeOf } from 'vitest';
import {
  createDentalrayClient,
  type DentalrayClient,
  type Media,
  type ValidationError,
  type Worklist,
} from '../../generated/dentalray/client.ts';

const loginUser = { username: 'dana.example', password: 'fake-password-1' };

/** Never called: the compiler is who checks it, in `npm run lint` and in types.test.ts. */
export async function types(client: DentalrayClient): Promise<void> {
  const result = await client.GET('/worklist/{id}', { params: { path: { id: 74 } } });
  if (result.status === 200) expectTypeOf(result.data).toEqualTypeOf<Worklist>();
  if (result.status === 500) expectTypeOf(result.error).toBeUnknown();
  const role = await client.POST('/role', { body: { name: 'Reader', slug: 'reader', permissions: [] } });
  if (role.status === 422) expectTypeOf(role.error).toEqualTypeOf<ValidationError>();
  const { data: media } = await client.POST('/media', {
    body: { file: new Uint8Array(1) },
    throwOnError: true,
  });
  expectTypeOf(media).toEqualTypeOf<Media>();
  const preview = await client.GET('/media/{media_id}/download', { params: { path: { media_id: 1 } } });
  expectTypeOf(preview.data).toEqualTypeOf<Blob | undefined>();
  client.POST('/media', { body: { file: new Blob().stream(), meta: { is_dicom: true } } });

  // @ts-expect-error there is no such path
  client.GET('/worklists');
  // @ts-expect-error the path has no such method
  client.PATCH('/worklist/{id}', { params: { path: { id: 74 } } });
  // @ts-expect-error a path parameter is missing
  client.GET('/worklist/{id}');
  // @ts-expect-error there is no such path parameter
  client.GET('/worklist/{id}', { params: { path: { worklist_id: 74 } } });
  // @ts-expect-error a field is missing
  client.POST('/worklist', { body: { office_id: 21 } });
  // @ts-expect-error there is no such field, however deep
  client.POST('/media', { body: { meta: { is_dicom: true, patient: 'Pat Example' } } });
  // @ts-expect-error a file is no text
  client.POST('/media', { body: { file: 'study.dcm' } });
  // @ts-expect-error the new password stands there twice
  client.POST('/user/change', { body: { password_current: 'a', password_confirmation: 'b' } });
  // @ts-expect-error an error is known by its status only
  role.error.errors;
  // @ts-expect-error there is no such status
  result.status === 299;

  createDentalrayClient({ credentials: { token: async () => 'fake-token-0001' } });
  createDentalrayClient({ credentials: { loginUser: () => loginUser } });
  createDentalrayClient({
    credentials: {
      loginUser,
      async verifyMfaCode(loggedIn) {
        expectTypeOf(loggedIn).toEqualTypeOf<DentalrayClient>();
        return { code: '000000' };
      },
    },
  });
  // @ts-expect-error who logs in has a password
  createDentalrayClient({ credentials: { loginUser: { username: 'dana.example' } } });
  // @ts-expect-error a code alone lets nobody in
  createDentalrayClient({ credentials: { verifyMfaCode: { code: '000000' } } });
  // @ts-expect-error credentials are missing
  createDentalrayClient({});
}
