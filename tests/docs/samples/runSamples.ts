import { spawn } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import type { SampleFolder } from './sampleFolder.ts';

interface Ran {
  code: number;
  stdout: string;
  stderr: string;
}

/** Runs a program in a folder of samples; one that is not installed has the code 127, as a shell would say. */
export async function run(
  program: string,
  args: string[],
  { folder, environment }: SampleFolder,
): Promise<Ran> {
  const child = spawn(program, args, {
    cwd: folder,
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<number>((resolve) => {
    child.once('error', () => resolve(127));
    child.once('close', (code) => resolve(code ?? 1));
  });
  const [stdout, stderr, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  return { code, stdout, stderr };
}

/** Every `curl` sample; an error's status is a failure, as with `--fail`. */
export async function runShell(samples: SampleFolder): Promise<string[]> {
  await writeFile(join(samples.folder, '.curlrc'), 'silent\nshow-error\nfail-with-body\n');
  const lines = samples.names.map((name) => `bash ${name} > /dev/null || echo ${name}`);
  await writeFile(join(samples.folder, 'all.sh'), lines.join('\n'));
  const environment = { ...samples.environment, CURL_HOME: samples.folder };
  const { stdout, stderr } = await run('bash', ['all.sh'], { ...samples, environment });
  return [stdout, stderr].flatMap((output) => output.split('\n').filter(Boolean));
}

/** Every TypeScript sample, in one process. A sample tells what came; what went wrong is looked at here. */
export async function runTypeScript(samples: SampleFolder): Promise<string[]> {
  const runner = `
    console.log = () => {};
    const problems = [];
    for (const name of ${JSON.stringify(samples.names)}) {
      try {
        const { result } = await import('./' + name);
        if (result.error !== undefined) problems.push(name + ': ' + JSON.stringify(result.error));
      } catch (error) {
        problems.push(name + ': ' + error);
      }
    }
    process.stdout.write(JSON.stringify(problems));`;
  await writeFile(join(samples.folder, 'runner.mjs'), runner);
  const { code, stdout, stderr } = await run(process.execPath, ['runner.mjs'], samples);
  return code === 0 ? (JSON.parse(stdout) as string[]) : [stderr];
}

/** Every Python sample, in one process: parsed, and run where \`requests\` is installed. */
export async function runPython(
  samples: SampleFolder,
  { only }: { only: 'parse' | 'run' },
): Promise<string[]> {
  const runner = `
import ast, contextlib, io, json
problems = []
for name in ${JSON.stringify(samples.names)}:
    source = open(name, encoding="utf-8").read()
    try:
        ast.parse(source, name)
        if ${only === 'run' ? 'True' : 'False'}:
            with contextlib.redirect_stdout(io.StringIO()):
                exec(compile(source, name, "exec"), {})
    except Exception as error:
        problems.append(name + ": " + repr(error))
print(json.dumps(problems))`;
  const { code, stdout, stderr } = await run('python3', ['-c', runner], samples);
  return code === 0 ? (JSON.parse(stdout) as string[]) : [stderr || `python3 ended with ${code}`];
}

/** Every sample through a program that reads it and does not run it. */
export async function parseEach(samples: SampleFolder, command: string): Promise<string[]> {
  const lines = samples.names.map((name) => `${command} ${name} > /dev/null || echo ${name}`);
  const { stdout, stderr } = await run('bash', ['-c', lines.join('\n')], samples);
  return [stdout, stderr].flatMap((output) => output.split('\n').filter(Boolean));
}

/** Whether a command works on this machine. */
export async function isInstalled(command: string): Promise<boolean> {
  const nowhere = {
    folder: process.cwd(),
    names: [],
    environment: {},
    [Symbol.asyncDispose]: async () => {},
  };
  return (await run('bash', ['-c', `${command} > /dev/null 2>&1`], nowhere)).code === 0;
}
