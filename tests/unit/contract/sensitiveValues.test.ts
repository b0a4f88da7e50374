import { expect, test } from 'vitest';
import { sensitiveValues } from '../../contract/sensitiveValues.ts';

const isSensitive = (name: string) => name === 'patient';

function valuesOf(body: string): string[] {
  const response = { status: 200, headers: {}, body: new TextEncoder().encode(body) };
  return sensitiveValues({ inputs: {}, response, isSensitive });
}

test('those of an answer, however deep', () => {
  expect(valuesOf('{"a":[{"patient":{"name":"Fake Ana","age":1234}}]}')).toEqual(['Fake Ana', '1234']);
});

test.each([
  ['what is no JSON', '{"patient":'],
  ['what is deeper than any stack', `${'['.repeat(30_000)}${']'.repeat(30_000)}`],
])('%s has none', (_, body) => {
  expect(valuesOf(body)).toEqual([]);
});
