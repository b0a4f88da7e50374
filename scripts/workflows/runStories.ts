import type { Api } from '../model/api.ts';
import type { JsonObject } from '../model/json.ts';
import type { Stories, Story, StoryResult } from '../model/story.ts';
import { startGateway } from './gateway.ts';
import { isHarmless } from './isHarmless.ts';
import { judgeStory, skippedStory } from './judgeStory.ts';
import { runRespect } from './runRespect.ts';

interface Run {
  api: Api;
  described: Stories;
  /** Base URL of the server that is asked. */
  target: string;
  allowWrites: boolean;
  inputs: JsonObject;
}

/** Tells the stories of an API, one after the other. */
export async function runStories({
  api,
  described,
  target,
  allowWrites,
  inputs,
}: Run): Promise<StoryResult[]> {
  const { stories } = described;
  const may = (story: Story) => allowWrites || writesOf(api, story).length === 0;
  const admits = (operation: Parameters<typeof isHarmless>[1]) => allowWrites || isHarmless(api, operation);
  await using gateway = await startGateway({ api, target, admits });
  const allowed = stories.filter(may);
  const report =
    allowed.length === 0
      ? undefined
      : await runRespect({ described, stories: allowed, url: gateway.url, inputs });
  return stories.map((story) =>
    may(story)
      ? judgeStory(story, report)
      : skippedStory(story, `writes are not allowed: --allow-writes (${writesOf(api, story).join(', ')})`),
  );
}

/** The steps of a story that may change what a server holds. */
export function writesOf(api: Api, { steps }: Story): string[] {
  return steps.filter(({ operation }) => !isHarmless(api, operation)).map(({ stepId }) => stepId);
}
