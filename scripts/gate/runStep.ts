import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import type { Step } from './steps.ts';

export interface StepResult {
  name: string;
  /** As the command set it; 1 where it ended without one. */
  exitCode: number;
  durationMs: number;
  figures: string;
  /** What to show of a step that failed: what it found, or what it complained of. */
  reason: string;
}

/** Runs one command in a process of its own, so that a step that breaks does not take the others along. */
export async function runStep(step: Step, projectRoot: string): Promise<StepResult> {
  const startedAt = performance.now();
  const child = spawn(process.execPath, [step.script, ...step.args], {
    cwd: projectRoot,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NO_COLOR: '1' },
  });
  const ended = new Promise<number>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve(code ?? 1));
  });
  const [stdout, stderr, exitCode] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  const durationMs = performance.now() - startedAt;
  return { name: step.name, exitCode, durationMs, ...told(step, { stdout, stderr, exitCode }) };
}

interface Printed {
  stdout: string;
  stderr: string;
  exitCode: number;
}

/** A command that broke has not printed what it would have. */
function told(step: Step, { stdout, stderr, exitCode }: Printed): Pick<StepResult, 'figures' | 'reason'> {
  try {
    return {
      figures: step.figures(stdout),
      reason: exitCode === 0 ? '' : step.reason(stdout).trim() || stderr.trim(),
    };
  } catch {
    return {
      figures: '',
      reason: [stdout, stderr]
        .map((text) => text.trim())
        .filter(Boolean)
        .join('\n'),
    };
  }
}
