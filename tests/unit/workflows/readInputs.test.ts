import { describe, expect, test } from 'vitest';
import { UsageError } from '../../../scripts/model/errors.ts';
import type { Story } from '../../../scripts/model/story.ts';
import { readInputs } from '../../../scripts/workflows/readInputs.ts';

const story = (inputs: Story['inputs']): Story => ({ workflowId: 'one', summary: '', inputs, steps: [] });
const stories = [
  story([
    { name: 'client-id', type: 'string' },
    { name: 'number', type: 'integer' },
  ]),
  story([
    { name: 'number', type: 'integer' },
    { name: 'share', type: 'number' },
  ]),
];
const environment = { MY_HARBOR_CLIENT_ID: '007', MY_HARBOR_NUMBER: '-12', MY_HARBOR_SHARE: '0.5' };

describe('the inputs of stories', () => {
  test('come from the environment, each of its own type', () => {
    const inputs = readInputs({ api: 'my-harbor', stories, environment });
    expect(inputs).toEqual({ 'client-id': '007', number: -12, share: 0.5 });
  });

  test('are all named if they are missing or empty', () => {
    const given = { api: 'my-harbor', stories, environment: { MY_HARBOR_NUMBER: '' } };
    expect(() => readInputs(given)).toThrow(
      new UsageError(
        'The stories of my-harbor need inputs.\nSet in the environment: MY_HARBOR_CLIENT_ID, MY_HARBOR_NUMBER, MY_HARBOR_SHARE.',
      ),
    );
  });

  test.each([
    ['MY_HARBOR_NUMBER', '1.5'],
    ['MY_HARBOR_NUMBER', ' '],
    ['MY_HARBOR_SHARE', 'half'],
  ])('%s=%s is refused, and not repeated', (variable, text) => {
    const given = { api: 'my-harbor', stories, environment: { ...environment, [variable]: text } };
    expect(() => readInputs(given)).toThrow(
      new RegExp(`^${variable} is no (integer|number)\\.\\nCorrect it in the environment\\.$`),
    );
  });
});
