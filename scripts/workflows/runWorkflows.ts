import { availableParallelism } from 'node:os';
import { inParallel } from '../cli/inParallel.ts';
import { probe } from '../contract/probe.ts';
import { startMock } from '../mock/startMock.ts';
import type { StoryReport, StoryResult, StoryTotals } from '../model/story.ts';
import type { WorkflowOptions } from './options.ts';
import { runStories } from './runStories.ts';

/**
 * Tells the stories of each API, several APIs at once: to a live server, or to a mock that remembers, which it starts itself.
 * @throws {TransportError} if the live server cannot be reached
 */
export async function runWorkflows({ apis, live, allowWrites }: WorkflowOptions): Promise<StoryReport> {
  const startedAt = new Date();
  if (live) await probe(live.target);
  const mock = live
    ? undefined
    : await startMock({ apis: apis.map(({ api }) => api), stateful: true, credentials: 'known' });
  try {
    const results = await inParallel(apis, {
      width: availableParallelism(),
      async work({ api, described }) {
        const target = live?.target ?? `${mock?.url}/${api.name}`;
        const inputs = live?.inputs ?? {};
        const stories = described ? await runStories({ api, described, target, allowWrites, inputs }) : [];
        return { api: api.name, stories };
      },
    });
    return {
      schemaVersion: 1,
      target: live?.target ?? 'mock',
      startedAt: startedAt.toISOString(),
      durationMs: Date.now() - startedAt.getTime(),
      apis: results,
      totals: totalsOf(results.flatMap(({ stories }) => stories)),
    };
  } finally {
    await mock?.close();
  }
}

function totalsOf(stories: readonly StoryResult[]): StoryTotals {
  const told = stories.filter(({ outcome }) => outcome !== 'skipped');
  const failedSteps = told.flatMap(({ steps }) => steps).filter(({ outcome }) => outcome === 'failed');
  return {
    stories: told.length,
    steps: told.reduce((sum, { steps }) => sum + steps.length, 0),
    failed: failedSteps.length + told.filter(({ reason }) => reason !== undefined).length,
    skipped: stories.length - told.length,
  };
}
