import { createDentalrayClient } from '../../generated/dentalray/client.ts';

const baseUrl = 'http://127.0.0.1:4010/dentalray';
let token = '';

// A credential may be a function: it is asked before each call.
const dentalray = createDentalrayClient({
  baseUrl,
  credentials: { token: () => token || 'fake-token-0001' },
});

const login = await dentalray.POST('/auth/login', {
  body: { username: 'dana.example', password: 'fake-password-1' },
});
token = login.data?.access_token ?? '';

const { data } = await dentalray.GET('/auth/me');
console.log(data?.username);
