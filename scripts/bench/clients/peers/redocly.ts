import { join } from 'node:path';
import { runBin } from '../../../lint/runBin.ts';
import type { ClientPeer } from '../clientPeer.ts';
import { ran } from '../ran.ts';
import { functionConsumer } from './functionConsumer.ts';

export const redocly: ClientPeer = {
  name: 'redocly generate-client',
  async generate({ file, folder, baseUrl }) {
    const output = join(folder, 'client.ts');
    const address = baseUrl === undefined ? [] : ['--server-url', baseUrl];
    const args = [
      'generate-client',
      file,
      '-o',
      output,
      '--import-ext',
      'ts',
      '--error-mode',
      'result',
      ...address,
    ];
    ran(
      'redocly generate-client',
      await runBin({ package: '@redocly/cli', bin: 'redocly', args, cwd: folder }),
    );
  },
  entry: 'client.ts',
  adapter: 'redocly.js',
  consumer: functionConsumer('./client.ts'),
};
