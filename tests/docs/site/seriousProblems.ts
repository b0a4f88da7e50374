import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';

interface AxeResults {
  violations: { id: string; impact: string | null; nodes: { target: unknown; failureSummary?: string }[] }[];
}

let script: Promise<string> | undefined;

/**
 * What axe-core has against a page that is serious or critical, by rule and place. Its script goes through the browser's
 * own door: the page's policy lets none in.
 */
export async function seriousProblems(page: Page, rules?: string[]): Promise<string[]> {
  script ??= readFile(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');
  await page.evaluate(`${await script};undefined`);
  // It would ask for the styles again, which the policy forbids.
  const options = { preload: false, resultTypes: ['violations'], ...(rules && { runOnly: rules }) };
  const { violations } = (await page.evaluate(`axe.run(document, ${JSON.stringify(options)})`)) as AxeResults;
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id}: ${JSON.stringify(target)} ${failureSummary}`),
    );
}
