import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { parse } from 'yaml';
import { repository } from './makeContractProject.ts';

/** A step of a workflow or of a composite action, as far as we look at it. */
export interface Step {
  name?: string;
  id?: string;
  uses?: string;
  shell?: string;
  env?: Record<string, string>;
  with?: Record<string, string>;
  run?: string;
}

export interface Workflow {
  on: Record<string, unknown>;
  permissions: Record<string, string>;
  env?: Record<string, string | number>;
  jobs: Record<
    string,
    { steps: Step[]; strategy?: { matrix: Record<string, unknown> }; 'timeout-minutes'?: number }
  >;
}

interface Action {
  name: string;
  description: string;
  inputs: Record<string, { description: string; required: boolean; default: string }>;
  outputs: Record<string, { description: string; value: string }>;
  runs: { using: string; steps: Step[] };
}

const folder = join(repository, '.github/workflows');

/** The texts of this repository's workflows, by their paths. */
export const workflows = new Map(
  readdirSync(folder).map((name) => [`.github/workflows/${name}`, readFileSync(join(folder, name), 'utf8')]),
);

export function workflow(name: string): Workflow {
  return parse(workflows.get(`.github/workflows/${name}`) ?? '') as Workflow;
}

export const actionText = readFileSync(join(repository, 'action.yml'), 'utf8');
export const action = parse(actionText) as Action;

interface StepRun {
  /** What stands for each `${{ … }}` of the step's environment. */
  expressions: Record<string, string>;
  /** As GitHub sets them; GITHUB_OUTPUT is added. */
  env?: Record<string, string>;
  cwd: string;
}

/**
 * Runs a step as GitHub's runner does: its script in a file, by `bash --noprofile --norc -eo pipefail`.
 * @returns its outputs as well
 * @throws {Error} on an expression that nothing stands for
 */
export async function runStep(step: Step, { expressions, env = {}, cwd }: StepRun) {
  const own = await mkdtemp(join(tmpdir(), 'step-'));
  const [script, output] = [join(own, 'script.sh'), join(own, 'output')];
  await writeFile(script, step.run ?? '');
  await writeFile(output, '');
  const child = spawn('bash', ['--noprofile', '--norc', '-eo', 'pipefail', script], {
    cwd,
    env: { ...process.env, NO_COLOR: '1', ...env, ...evaluated(step, expressions), GITHUB_OUTPUT: output },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<number | null>((done) => child.once('close', done));
  const [stdout, stderr, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  const outputs = await readFile(output, 'utf8');
  await rm(own, { recursive: true });
  return { code, stdout, stderr, outputs };
}

function evaluated({ env = {} }: Step, expressions: Record<string, string>): Record<string, string> {
  const entries = Object.entries(env).map(([name, value]) => [
    name,
    String(value).replace(/\$\{\{ (.*?) \}\}/g, (_, expression: string) => {
      if (!Object.hasOwn(expressions, expression)) throw new Error(`Nothing stands for ${expression}.`);
      return expressions[expression] ?? '';
    }),
  ]);
  return Object.fromEntries(entries);
}
