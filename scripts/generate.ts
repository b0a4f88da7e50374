import { rm } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { bundleDocument } from './apis/bundleDocument.ts';
import { findProjectRoot } from './apis/projectRoot.ts';
import { type RegisteredApi, readRegistry, selectApis } from './apis/registry.ts';
import { count } from './cli/count.ts';
import { exitCode, runCommand } from './cli/exit.ts';
import { parseArguments } from './cli/parseArguments.ts';
import { writeAtomically } from './files/writeAtomically.ts';
import { type Differences, differences } from './generate/differences.ts';
import { outputsOf } from './generate/outputs.ts';
import { refuseDuplicateIds } from './generate/refuseDuplicateIds.ts';
import { refuseEndless } from './generate/refuseEndless.ts';
import { refuseFaulty } from './generate/refuseFaulty.ts';

const usage = `Usage: npm run generate -- [api…] [--check]

Writes the bundle, types, client and contract tests of each API (all of them by default) into generated/<api>/:
only what changed, and nothing at all if a document is faulty.

Options
  --check     Write nothing; exit with 1 if anything in generated/ is not up to date, and name it.
  -h, --help  Show this text.

Exit codes: 0 done or up to date, 1 not up to date (--check), 2 wrong usage or a faulty document.`;

interface Generated {
  name: string;
  folder: string;
  outputs: Map<string, string>;
  differences: Differences;
}

async function main(argv: string[]): Promise<number> {
  const { values, positionals } = parseArguments(
    { usage, options: { check: { type: 'boolean' } }, positionals: 'api' },
    argv,
  );
  const root = findProjectRoot();
  const apis = selectApis(readRegistry(root), positionals);
  await refuseFaulty(apis, root);
  // Everything is made before anything is written.
  const generated = await Promise.all(apis.map((api) => generate(api, root)));
  return values.check ? report(generated) : write(generated);
}

async function generate({ name, root: document }: RegisteredApi, root: string): Promise<Generated> {
  const folder = join(root, 'generated', name);
  const bundled = await bundleDocument(document, root);
  refuseDuplicateIds(bundled, relative(root, document));
  refuseEndless(bundled, relative(root, document));
  const outputs = await outputsOf(name, bundled);
  return { name, folder, outputs, differences: await differences(folder, outputs) };
}

function report(generated: Generated[]): number {
  const stale = generated.flatMap(({ name, differences: { stale, left } }) => [
    ...stale.map((file) => `generated/${name}/${file} is not up to date`),
    ...left.map((file) => `generated/${name}/${file} is generated no more`),
  ]);
  if (stale.length === 0) {
    const files = generated.reduce((sum, { outputs }) => sum + outputs.size, 0);
    process.stdout.write(
      `generated/ is up to date (${count(files, 'file')} of ${count(generated.length, 'API')})\n`,
    );
    return exitCode.done;
  }
  process.stdout.write(`${stale.join('\n')}\n\nRepair it with: npm run generate\n`);
  return exitCode.found;
}

async function write(generated: Generated[]): Promise<number> {
  for (const { name, folder, outputs, differences: changed } of generated) {
    for (const file of changed.stale) await writeAtomically(join(folder, file), outputs.get(file) ?? '');
    for (const file of changed.left) await rm(join(folder, file));
    const counts = `${changed.stale.length} written, ${changed.left.length} removed`;
    process.stdout.write(`${name}: ${outputs.size} files, ${counts}\n`);
  }
  return exitCode.done;
}

if (import.meta.main) await runCommand(main);
