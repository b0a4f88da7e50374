import { readFile } from 'node:fs/promises';
import { createOptretinaClient } from 'care-contracts/optretina';

const client = createOptretinaClient({
  baseUrl: process.env.OPTRETINA_URL ?? 'http://127.0.0.1:4010/optretina',
  credentials: { clientId: 'fake-client-0001', clientSecret: 'fake-secret-0001' },
});

// A File carries the name and the media type of its part. In a browser it comes from <input type="file">.
const image = async (name: string) => new File([await readFile(name)], name, { type: 'image/jpeg' });

const { data, error, status } = await client.POST('/cases', {
  body: {
    first_name: 'Ana',
    age: 58,
    gender: 1,
    od_iop: 15.5, // right eye, in mmHg
    os_iop: 16, // left eye
    'images[]': [await image('right-eye.jpg'), await image('left-eye.jpg')],
  },
});
if (data) {
  console.log(`case ${data.id} waits to be read`);
} else {
  console.error(status, error);
}
