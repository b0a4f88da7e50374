import { findProjectRoot } from './apis/projectRoot.ts';
import { bundleFile, readApi } from './apis/readApi.ts';
import { readApis } from './apis/readApis.ts';
import { exitCode, explain, runCommand } from './cli/exit.ts';
import { parseArguments } from './cli/parseArguments.ts';
import { stopSignal } from './cli/stopSignal.ts';
import { knownCredentials } from './mock/auth/knownCredentials.ts';
import type { AnsweredRequest } from './mock/control/answeredRequest.ts';
import { requestLine } from './mock/control/requestLine.ts';
import { mockFlags, readMockFlags } from './mock/mockFlags.ts';
import { type Mock, startMock } from './mock/startMock.ts';
import { watchBundles } from './mock/watchBundles.ts';
import type { Api } from './model/api.ts';

const usage = `npm run mock -- [api…] [--port N] [--host H] [--delay MS] [--fail-rate SHARE] [--seed N] [--stateful] [--owners] [--watch] [--quiet]

Answers as the documents say: every API under /<api>, on one port. Without names, all of redocly.yaml.
A described answer is asked for with \`Prefer: code=404, example=unknownCase\`.

  --port N           the port; 0 takes a free one (default 4010)
  --host H           the address to listen on (default 127.0.0.1: this machine alone)
  --stateful         remembers: what is created can be read, listed, changed and deleted, and is gone then. It begins with
                     what the documents' examples tell of
  --owners           with --stateful: what is created is there for whoever created it alone, by their credentials, or those
                     with which their token was got; for others it is 404
  --any-credentials  takes all credentials that are well-formed; else those listed at the start, those that begin
                     with fake-, and the tokens that the mock has issued
  --token-lifetime S how many seconds a token lasts (default: as many as its answer says)
  --delay MS         holds each answer back, in milliseconds
  --fail-rate SHARE  fails this share of the requests, 0 to 1, with 500 or 503, for testing retries
  --seed N           which of them: the same seed fails the same ones, counted as they come (default 1)
  --watch            goes on with a bundle that changes; while it is broken, with the last whole one
  --quiet            does not print the known credentials, nor a line for each request: method, path template, status,
                     time, why it is refused

GET / lists the APIs, with their docs and bundles. GET /__mock/requests shows what was received, secrets masked;
POST /__mock/reset forgets it, and what was created.`;

async function main(argv: string[]): Promise<number> {
  const { values, positionals } = parseArguments({ usage, options: mockFlags, positionals: 'api' }, argv);
  const options = readMockFlags(values);
  const root = findProjectRoot();
  const apis = await readApis(root, positionals);
  const names = apis.map(({ name }) => name);
  const stopped = stopSignal();
  const mock = await startMock({ ...options, apis, ...(!values.quiet && { onAnswer: printAnswer }) });
  const watcher = values.watch ? watchApis(mock, { root, names }) : undefined;
  if (options.credentials === 'known' && !values.quiet) process.stderr.write(credentialLines(apis));
  process.stdout.write(`listening on ${mock.url}\n`);
  await stopped;
  watcher?.close();
  await mock.close();
  return exitCode.done;
}

function printAnswer(answered: AnsweredRequest): void {
  process.stderr.write(`${requestLine(answered)}\n`);
}

function watchApis(mock: Mock, { root, names }: { root: string; names: string[] }): { close(): void } {
  const onChange = async (name: string) => {
    try {
      await mock.replace(await readApi({ root, name }));
      process.stderr.write(`${name}: the bundle has changed, and is read anew\n`);
    } catch (error) {
      explain(error);
      process.stderr.write(`${name}: the mock goes on with the last bundle that could be read\n`);
    }
  };
  return watchBundles({ files: new Map(names.map((name) => [name, bundleFile(root, name)])), onChange });
}

function credentialLines(apis: Api[]): string {
  const lines = apis.flatMap((api) => knownCredentials(api).map((line) => `  /${api.name}  ${line}\n`));
  return lines.length === 0 ? '' : ['credentials that are known, all of them fake:\n', ...lines].join('');
}

if (import.meta.main) await runCommand(main);
