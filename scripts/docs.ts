import { join, relative } from 'node:path';
import { findProjectRoot } from './apis/projectRoot.ts';
import { readApis } from './apis/readApis.ts';
import { readRegistry, selectApis } from './apis/registry.ts';
import { exitCode, runCommand } from './cli/exit.ts';
import { parseArguments } from './cli/parseArguments.ts';
import { reportFolder } from './cli/reportFolder.ts';
import { buildSite } from './docs/buildSite.ts';
import { renderQuestionsText } from './docs/pages/questionsText.ts';
import { readPort } from './docs/serve/readPort.ts';
import { serveSite } from './docs/serve/serveSite.ts';
import { siteSummary } from './docs/siteSummary.ts';

const usage = `Usage: npm run docs -- [api…] [options]

Builds the documentation site into docs-site/dist: a landing page, guides, the results of the last run, and for each API
a reference with code samples, its open questions, its history and its downloads. It is made from the bundles in generated/
(npm run generate), works from any folder and from file:, and asks nothing of another host. With APIs named, the site has
these and no others.

Options
  --questions   Print the open questions of the APIs as a Markdown checklist instead; builds nothing.
  --report DIR  Where the last run's contract.json and detection.json are (default: reports). The site is built without
                them, too, and says so.
  --serve       Serve the site once it is built; it is built anew and reloaded when a bundle, a guide, a style or a report
                changes. Until it is stopped.
  --port N      With --serve: the port (default: 4020); 0 takes a free one.
  -h, --help    Show this text.

Exit codes: 0 built, 2 wrong usage or a bundle that cannot be read (the site is then as it was).`;

const options = {
  questions: { type: 'boolean' },
  report: { type: 'string' },
  serve: { type: 'boolean' },
  port: { type: 'string' },
} as const;

if (import.meta.main) await runCommand(main);

async function main(argv: string[]): Promise<number> {
  const { values, positionals } = parseArguments({ usage, options, positionals: 'api' }, argv);
  const root = findProjectRoot();
  const names = selectApis(readRegistry(root), positionals).map(({ name }) => name);
  if (values.questions) return printQuestions(root, names);
  const port = readPort(values.port, values.serve ?? false);
  const reports = reportFolder(values.report, root);
  const build = async () => {
    const site = await buildSite({ root, names, folder: join(root, 'docs-site', 'dist'), reports });
    process.stdout.write(siteSummary(site, relative(process.cwd(), site.folder)));
    return site;
  };
  const { folder } = await build();
  if (values.serve) await serveSite({ folder, port, watched: [join(root, 'generated'), reports], build });
  return exitCode.done;
}

async function printQuestions(root: string, names: string[]): Promise<number> {
  const apis = await readApis(root, names);
  process.stdout.write(apis.map(renderQuestionsText).join('\n'));
  return exitCode.done;
}
