import { readFile } from 'node:fs/promises';
import { createOptretinaClient } from '../../generated/optretina/client.ts';

const optretina = createOptretinaClient({
  baseUrl: 'http://127.0.0.1:4010/optretina',
  credentials: { clientId: 'fake-client-0001', clientSecret: 'fake-secret-0001' },
});

const image = async (name: string) => new File([await readFile(name)], name, { type: 'image/jpeg' });

const { data, error } = await optretina.POST('/cases', {
  body: {
    first_name: 'Ana',
    last_name: 'Example',
    age: 58,
    'images[]': [await image('right.jpg'), await image('left.jpg')],
  },
});
console.log(data?.id ?? error);
