import { writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { runProgram } from '../../lint/runBin.ts';
import { ran } from './ran.ts';

const compiler = createRequire(import.meta.url).resolve('typescript/lib/tsc.js');

/** How long `tsc` takes over a consumer and what it imports, in milliseconds. */
export async function measureCheck(folder: string, consumer: string): Promise<number> {
  await writeFile(join(folder, 'consumer.ts'), consumer);
  const options = {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    allowImportingTsExtensions: true,
    target: 'es2022',
    lib: ['es2022', 'dom', 'dom.iterable'],
    module: 'esnext',
    moduleResolution: 'bundler',
    types: [],
  };
  const project = { compilerOptions: options, files: ['consumer.ts'] };
  await writeFile(join(folder, 'tsconfig.json'), JSON.stringify(project));
  const startedAt = performance.now();
  ran('tsc', await runProgram(compiler, ['-p', folder], { cwd: folder }));
  return performance.now() - startedAt;
}
