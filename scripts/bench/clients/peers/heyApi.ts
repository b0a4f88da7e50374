import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runProgram } from '../../../lint/runBin.ts';
import { toolProgram } from '../../installTools.ts';
import type { ClientPeer } from '../clientPeer.ts';
import { ran } from '../ran.ts';
import { functionConsumer } from './functionConsumer.ts';

/** The generated index leaves out the client that one sets up. */
const index = "export * from './client/index';\nexport * from './client/client.gen';\n";

export const heyApi: ClientPeer = {
  name: '@hey-api/openapi-ts',
  async generate({ file, folder }) {
    const program = await toolProgram('@hey-api/openapi-ts', 'openapi-ts');
    const args = ['-i', file, '-o', join(folder, 'client'), '--silent'];
    ran('openapi-ts', await runProgram(program, args, { cwd: folder }));
    await writeFile(join(folder, 'index.ts'), index);
  },
  entry: 'index.ts',
  adapter: 'heyApi.js',
  consumer: functionConsumer('./index'),
};
