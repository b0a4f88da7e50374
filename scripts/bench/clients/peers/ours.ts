import { cp, mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { findProjectRoot } from '../../../apis/projectRoot.ts';
import { apiOf } from '../../../apis/readApi.ts';
import { renderClient } from '../../../generate/client.ts';
import { renderSchemas } from '../../../generate/schemas.ts';
import { renderTypes } from '../../../generate/types.ts';
import { pascalCase } from '../../../generate/words.ts';
import { buildPackage } from '../../../package/buildPackage.ts';
import type { ClientPeer, ClientToGenerate } from '../clientPeer.ts';

const runTime = resolve(import.meta.dirname, '../../../client');

/** What `npm run generate` writes of a client, with a copy of what it runs on. */
async function generate({ name, document, folder }: ClientToGenerate): Promise<void> {
  const files = {
    'client.ts': renderClient(apiOf(name, document)),
    'schemas.ts': renderSchemas(document),
    'types.ts': await renderTypes(document),
  };
  const target = join(folder, 'generated', name);
  await mkdir(target, { recursive: true });
  for (const [file, text] of Object.entries(files)) await writeFile(join(target, file), text);
  await cp(runTime, join(folder, 'scripts', 'client'), { recursive: true });
  await writeFile(join(folder, 'index.ts'), `export * from './generated/${name}/client.ts';\n`);
}

export const ours: ClientPeer = {
  name: 'care-contracts',
  generate,
  async install({ name, folder }) {
    const packageFolder = join(folder, 'node_modules', 'care-contracts');
    await buildPackage({ root: findProjectRoot(), apis: [name], folder: packageFolder });
  },
  entry: 'index.ts',
  adapter: 'ours.js',
  consumer({ api, list, get, parameter, value }) {
    const factory = `create${pascalCase(api)}Client`;
    return `import { ${factory} } from 'care-contracts/${api}';
declare const options: Parameters<typeof ${factory}>[0];
const client = ${factory}(options);
const list = await client.GET('${list.path}');
if (list.status === 200) console.log(list.data);
const one = await client.GET('${get.path}', { params: { path: { ${parameter}: ${JSON.stringify(value)} } } });
if (one.status === 200) console.log(one.data);
`;
  },
};
