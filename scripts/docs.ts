import { join, relative } from 'node:path';
import { findProjectRoot } from './apis/projectRoot.ts';
import { readApi } from './apis/readApi.ts';
import { readRegistry, selectApis } from './apis/registry.ts';
import { exitCode, runCommand } from './cli/exit.ts';
import { parseArguments } from './cli/parseArguments.ts';
import { buildSite } from './docs/buildSite.ts';
import { renderQuestionsText } from './docs/pages/questionsText.ts';
import { siteSummary } from './docs/siteSummary.ts';

const usage = `Usage: npm run docs -- [api…]

Builds the documentation site into docs-site/dist: a landing page and, for each API, a reference, its open questions
and its bundle. It is made from the bundles in generated/ (npm run generate), works from any folder and from file:,
and asks nothing of another host. With APIs named, the site has these and no others.

Options
  -h, --help  Show this text.

Exit codes: 0 built, 2 wrong usage or a bundle that cannot be read (the site is then as it was).`;

if (import.meta.main) await runCommand(main);

async function main(argv: string[]): Promise<number> {
  const options = { questions: { type: 'boolean' } } as const;
  const { values, positionals } = parseArguments({ usage, options, positionals: 'api' }, argv);
  const root = findProjectRoot();
  const names = selectApis(readRegistry(root), positionals).map(({ name }) => name);
  if (values.questions) return printQuestions(root, names);
  const site = await buildSite({ root, names, folder: join(root, 'docs-site', 'dist') });
  process.stdout.write(siteSummary(site, relative(process.cwd(), site.folder)));
  return exitCode.done;
}

async function printQuestions(root: string, names: string[]): Promise<number> {
  const apis = await Promise.all(names.map((name) => readApi({ root, name })));
  process.stdout.write(apis.map(renderQuestionsText).join('\n'));
  return exitCode.done;
}
