import type { StepResult, Story, StoryResult, StoryStep } from '../model/story.ts';
import { type ExecutedStep, executedSteps, type RespectReport } from './respectReport.ts';
import { stepFailures } from './stepFailures.ts';

/** What became of a story; a step that was not reached is skipped, and a story that was not told at all has failed. */
export function judgeStory(story: Story, report: RespectReport | undefined): StoryResult {
  const { workflowId, summary } = story;
  const workflows = Object.values(report?.files ?? {}).flatMap((file) => file.executedWorkflows);
  const told = workflows.find((one) => one.workflowId === workflowId);
  const executed = new Map((told ? executedSteps(told) : []).map((step) => [step.stepId, step]));
  const steps = story.steps.map((step) => judgeStep(step, executed.get(step.stepId)));
  if (!told || steps.every(({ outcome }) => outcome === 'skipped')) {
    return {
      workflowId,
      summary,
      outcome: 'failed',
      reason: 'Respect could not tell it; `npm run lint` may say why',
      steps,
    };
  }
  const hasFailed = steps.some(({ outcome }) => outcome === 'failed');
  return { workflowId, summary, outcome: hasFailed ? 'failed' : 'passed', steps };
}

/** A story that is not told. */
export function skippedStory(story: Story, reason: string): StoryResult {
  const { workflowId, summary } = story;
  return {
    ...{ workflowId, summary, reason },
    outcome: 'skipped',
    steps: story.steps.map((step) => judgeStep(step, undefined)),
  };
}

function judgeStep({ stepId, operation }: StoryStep, executed: ExecutedStep | undefined): StepResult {
  const { operationId, method, path } = operation;
  const named = { stepId, operationId, method, path };
  if (!executed) return { ...named, outcome: 'skipped', failures: [] };
  const failures = stepFailures(executed);
  const status = executed.response?.statusCode;
  return {
    ...named,
    outcome: failures.length === 0 ? 'passed' : 'failed',
    ...(status !== undefined && { status }),
    failures,
  };
}
