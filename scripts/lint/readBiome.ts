import type { Problem } from './problem.ts';
import type { Output } from './runBin.ts';

interface BiomeReport {
  summary: { changed: number; unchanged: number };
  diagnostics: {
    severity: string;
    category?: string;
    message: string;
    location?: { path?: string; start?: { line: number; column: number } };
  }[];
}

/** The problems in the output of `biome check --reporter=json`, and how many files it looked at. */
export function readBiome(output: Output): { problems: Problem[]; files: number } {
  const report = parseReport(output);
  if (!report) {
    const message = `biome failed: ${(output.stderr || output.stdout).trim()}`;
    return { problems: [{ file: 'biome.json', rule: 'biome', message }], files: 0 };
  }
  const { summary, diagnostics } = report;
  return { problems: diagnostics.map(toProblem), files: summary.changed + summary.unchanged };
}

/** Nothing where biome gave up before it had looked at a file: it then prints to stderr alone, or a bare failure. */
function parseReport({ exitCode, stdout }: Output): BiomeReport | undefined {
  try {
    const report = JSON.parse(stdout) as BiomeReport;
    return exitCode !== 0 && report.diagnostics.length === 0 ? undefined : report;
  } catch {
    return undefined;
  }
}

function toProblem({ category = 'biome', message, location }: BiomeReport['diagnostics'][number]): Problem {
  const { path = '', start } = location ?? {};
  const rule = category;
  if (category === 'format')
    return { file: path, rule, message: `Not formatted. Run: npx biome check --write ${path}` };
  return { file: path, ...(start?.line && { line: start.line, column: start.column }), rule, message };
}
