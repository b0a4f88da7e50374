import { relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { findProjectRoot } from '../../scripts/apis/projectRoot.ts';
import { readRegistry } from '../../scripts/apis/registry.ts';
import { runBin } from '../../scripts/lint/runBin.ts';

const root = findProjectRoot(import.meta.dirname);
/** What `redocly score` gives the museum's document, the example that Redocly publishes. */
const least = 86;

/** How well programs can work with a document, from 0 to 100. */
async function score(document: string): Promise<number> {
  const args = ['score', relative(root, document), '--format', 'json'];
  const output = await runBin({ package: '@redocly/cli', bin: 'redocly', args, cwd: root });
  expect(output).toMatchObject({ exitCode: 0 });
  return (JSON.parse(output.stdout) as { agentReadiness: number }).agentReadiness;
}

describe.concurrent('redocly score', () => {
  test.each(readRegistry(root))(`$name has at least ${least}`, async ({ root: document }) => {
    expect(await score(document)).toBeGreaterThanOrEqual(least);
  });
});
