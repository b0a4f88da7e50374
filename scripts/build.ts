import { join, relative } from 'node:path';
import { findProjectRoot } from './apis/projectRoot.ts';
import { readRegistry } from './apis/registry.ts';
import { exitCode, runCommand } from './cli/exit.ts';
import { parseArguments } from './cli/parseArguments.ts';
import { buildPackage } from './package/buildPackage.ts';

const usage = `Usage: npm run build

Builds the package that integrators install into dist/: a typed client and the bundle of each API, and the mock, as
JavaScript with declarations and a manifest of their own. It is made from generated/ (npm run generate).
Look at it with \`npm pack ./dist\`; publish it with \`npm publish ./dist\`.

Options
  -h, --help  Show this text.

Exit codes: 0 built, 2 wrong usage or a bundle that cannot be read (the package is then as it was).`;

if (import.meta.main) await runCommand(main);

async function main(argv: string[]): Promise<number> {
  parseArguments({ usage, options: {} }, argv);
  const root = findProjectRoot();
  const folder = join(root, 'dist');
  const apis = readRegistry(root).map(({ name }) => name);
  const { name, version, files } = await buildPackage({ root, apis, folder });
  const size = Math.round(files.reduce((sum, { bytes }) => sum + bytes, 0) / 1024);
  process.stdout.write(
    `${relative(process.cwd(), folder)}: ${name} ${version}, ${files.length} files, ${size} KiB\n`,
  );
  return exitCode.done;
}
