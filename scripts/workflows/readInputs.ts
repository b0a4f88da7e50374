import { variableOf } from '../apis/credentialNames.ts';
import { UsageError } from '../model/errors.ts';
import type { JsonObject } from '../model/json.ts';
import type { Story, StoryInput } from '../model/story.ts';

interface Asked {
  /** Name of the API. */
  api: string;
  stories: readonly Story[];
  environment: NodeJS.ProcessEnv;
}

/**
 * The inputs of stories by name, each from the environment variable that is named after it.
 * @throws {UsageError} if variables are not set, all of which it names, or hold what they cannot
 */
export function readInputs({ api, stories, environment }: Asked): JsonObject {
  const inputs = new Map(stories.flatMap((story) => story.inputs).map((input) => [input.name, input]));
  const missing = [...inputs.keys()].map((name) => variableOf(api, name)).filter((one) => !environment[one]);
  if (missing.length > 0) {
    throw new UsageError(
      `The stories of ${api} need inputs.\nSet in the environment: ${missing.join(', ')}.`,
    );
  }
  return Object.fromEntries(
    [...inputs.values()].map((input) => {
      const variable = variableOf(api, input.name);
      return [input.name, inputValue(input, { variable, text: environment[variable] ?? '' })];
    }),
  );
}

/** The text may be a secret: it is not repeated. */
function inputValue({ type }: StoryInput, { variable, text }: { variable: string; text: string }) {
  if (type !== 'integer' && type !== 'number') return text;
  const value = Number(text);
  if (text.trim() !== '' && (type === 'integer' ? Number.isSafeInteger(value) : Number.isFinite(value))) {
    return value;
  }
  throw new UsageError(`${variable} is no ${type}.\nCorrect it in the environment.`);
}
