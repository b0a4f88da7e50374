import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runProgram } from '../../../lint/runBin.ts';
import { toolProgram } from '../../installTools.ts';
import type { ClientPeer } from '../clientPeer.ts';
import { ran } from '../ran.ts';

export const orval: ClientPeer = {
  name: 'orval',
  async generate({ file, folder, baseUrl }) {
    const address = baseUrl ?? { getBaseUrlFromSpecification: true };
    const output = { target: join(folder, 'client.ts'), client: 'fetch', baseUrl: address };
    const config = join(folder, 'orval.config.mjs');
    await writeFile(config, `export default ${JSON.stringify({ api: { input: file, output } })};\n`);
    ran('orval', await runProgram(await toolProgram('orval'), ['--config', config], { cwd: folder }));
  },
  entry: 'client.ts',
  adapter: 'orval.js',
  consumer: ({ list, get, value }) => `import { ${list.operationId}, ${get.operationId} } from './client';
const list = await ${list.operationId}();
if (list.status === 200) console.log(list.data);
const one = await ${get.operationId}(${JSON.stringify(value)});
if (one.status === 200) console.log(one.data);
`,
};
