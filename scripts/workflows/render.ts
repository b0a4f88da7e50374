import { count, countStories } from '../cli/count.ts';
import type { StepResult, StoryReport, StoryResult } from '../model/story.ts';

/** How a piece of the text is shown; without colour, as it is. */
type Paint = (format: 'red' | 'green' | 'dim', text: string) => string;

const colours = { passed: 'green', failed: 'red', skipped: 'dim' } as const;

/** A paragraph per story: each step with its method, path template and status, and what did not hold. */
export function renderStories({ apis }: Pick<StoryReport, 'apis'>, paint: Paint): string {
  return apis
    .flatMap(({ api, stories }) => stories.map((story) => renderStory(api, story, paint)))
    .join('\n');
}

/** `4 stories, 30 steps, 0 failed` */
export function renderTotals({ totals }: Pick<StoryReport, 'totals'>): string {
  const { stories, steps, failed, skipped } = totals;
  return `${countStories(stories)}, ${count(steps, 'step')}, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}\n`;
}

function renderStory(
  api: string,
  { workflowId, summary, outcome, reason, steps }: StoryResult,
  paint: Paint,
) {
  const head = [`${api} ${workflowId}`, paint(colours[outcome], outcome), reason ?? summary].filter(Boolean);
  const width = Math.max(...steps.map(({ stepId }) => stepId.length));
  const lines = outcome === 'skipped' ? [] : steps.map((step) => renderStep(step, width, paint));
  return `${[head.join('  '), ...lines].join('\n')}\n`;
}

function renderStep(
  { stepId, method, path, outcome, status, failures }: StepResult,
  width: number,
  paint: Paint,
) {
  const place = `${method} ${path}`;
  const line = `  ${paint(colours[outcome], outcome.padEnd(7))}  ${stepId.padEnd(width)}  ${place}`;
  const answer = status === undefined ? '' : `  ${paint('dim', String(status))}`;
  return [`${line}${answer}`, ...failures.map((failure) => `           ${failure}`)].join('\n');
}
