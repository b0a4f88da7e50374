// Starts the package's mock for the APIs named, and tells what it answers.
import { startMock } from 'care-contracts/mock';

try {
  const mock = await startMock({ apis: process.argv.slice(2), port: 0 });
  const index = await (await fetch(mock.url)).json();
  const docs = await fetch(`${mock.url}/__mock/docs/`);
  const refused = await fetch(`${mock.url}/tscharts/image/`);
  const { total } = await mock.requests();
  await mock.close();
  console.log(
    JSON.stringify({
      apis: index.apis.map(({ name }) => name),
      docs: docs.status,
      refused: refused.status,
      total,
    }),
  );
} catch (error) {
  console.log(error.message);
}
