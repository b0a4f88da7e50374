import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { UsageError } from '../model/errors.ts';
import { tell } from './tell.ts';

/** Where the manifest of the tools lies that only benches need, and where they are installed; git ignores the latter. */
const folder = import.meta.dirname;
const manifest = join(folder, 'package.json');

/**
 * Loads a package of the benches' own manifest; on its first use, installs them all.
 * @throws {UsageError} if they cannot be installed; it says how to do without a network
 */
export async function loadTool(name: string): Promise<unknown> {
  await installTools();
  return createRequire(manifest)(name);
}

/**
 * The file of a tool's program, installed like `loadTool` does.
 * @throws {UsageError} as it does
 */
export async function toolProgram(name: string, bin: string = name): Promise<string> {
  await installTools();
  const packageFolder = join(folder, 'node_modules', name);
  const content = await readFile(join(packageFolder, 'package.json'), 'utf8');
  const { bin: bins } = JSON.parse(content) as { bin: Record<string, string> };
  return join(packageFolder, bins[bin] ?? '');
}

async function installTools(): Promise<void> {
  const missing = await missingOf(await wantedVersions());
  if (missing.length > 0) await install(missing);
}

async function wantedVersions(): Promise<Record<string, string>> {
  const { dependencies } = JSON.parse(await readFile(manifest, 'utf8')) as {
    dependencies: Record<string, string>;
  };
  return dependencies;
}

async function missingOf(wanted: Record<string, string>): Promise<string[]> {
  const found = await Promise.all(
    Object.entries(wanted).map(async ([name, version]) => ({
      tool: `${name} ${version}`,
      installed: (await installedVersion(name)) === version,
    })),
  );
  return found.filter(({ installed }) => !installed).map(({ tool }) => tool);
}

async function installedVersion(name: string): Promise<string | undefined> {
  try {
    const content = await readFile(join(folder, 'node_modules', name, 'package.json'), 'utf8');
    return (JSON.parse(content) as { version?: string }).version;
  } catch {
    return undefined;
  }
}

async function install(missing: string[]): Promise<void> {
  tell(`installing ${missing.join(', ')} into scripts/bench/node_modules (npm ci, once) …`);
  const failure = await runNpm([
    'ci',
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
    '--fetch-retries=0',
  ]);
  if (failure !== undefined) throw new UsageError(cannotInstall(missing, failure));
}

/** What to do where there is no network. */
export function cannotInstall(missing: readonly string[], failure: string): string {
  return [
    `${missing.join(', ')} cannot be installed into scripts/bench/node_modules: ${failure}`,
    'Where there is a network, run `npm ci --prefix scripts/bench`, and bring that folder here.',
  ].join('\n');
}

/** In milliseconds. */
const patience = 120_000;

/** @returns why it failed; nothing where it did not */
async function runNpm(args: string[]): Promise<string | undefined> {
  // Under `npm run`, the very npm that runs us; it need not be on PATH under that name (Windows).
  const npm = process.env.npm_execpath ?? '';
  const [file, ...first] = /npm-cli\.c?js$/.test(npm) ? [process.execPath, npm] : ['npm'];
  const child = spawn(file ?? 'npm', [...first, ...args], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'pipe'],
    timeout: patience,
  });
  const ended = new Promise<string | undefined>((done) => {
    child.once('error', (error) => done(error.message));
    child.once('close', (code, signal) => done(code === 0 ? undefined : `npm ended with ${code ?? signal}`));
  });
  const [said, failure] = await Promise.all([text(child.stderr), ended]);
  return failure && (firstError(said) ?? failure);
}

function firstError(said: string): string | undefined {
  const lines = said.split('\n').filter((line) => /^npm (error|ERR!)/.test(line));
  return lines.map((line) => line.replace(/^npm (error|ERR!) ?/, '')).find((line) => /\s/.test(line.trim()));
}
