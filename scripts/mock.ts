import { findProjectRoot } from './apis/projectRoot.ts';
import { readApi } from './apis/readApi.ts';
import { readRegistry, selectApis } from './apis/registry.ts';
import { exitCode, runCommand } from './cli/exit.ts';
import { parseArguments } from './cli/parseArguments.ts';
import type { AnsweredRequest } from './mock/control/answeredRequest.ts';
import { requestLine } from './mock/control/requestLine.ts';
import { startMock } from './mock/startMock.ts';
import { UsageError } from './model/errors.ts';

const usage = `npm run mock -- [api…] [--port N] [--host H] [--quiet]

Answers as the documents say: every API under /<api>, on one port. Without names, all of redocly.yaml.
A described answer is asked for with \`Prefer: code=404, example=unknownCase\`.

  --port N   the port; 0 takes a free one (default 4010)
  --host H   the address to listen on (default 127.0.0.1: this machine alone)
  --quiet    does not print a line for each request (to stderr: method, path template, status, time, why it is refused)`;

const defaultPort = '4010';

async function main(argv: string[]): Promise<number> {
  const options = { port: { type: 'string' }, host: { type: 'string' }, quiet: { type: 'boolean' } } as const;
  const { values, positionals } = parseArguments({ usage, options, positionals: 'api' }, argv);
  const port = readPort(values.port ?? defaultPort);
  const root = findProjectRoot();
  const selected = selectApis(readRegistry(root), positionals);
  const apis = await Promise.all(selected.map(({ name }) => readApi({ root, name })));
  const stopped = stopSignal();
  const mock = await startMock({
    apis,
    port,
    ...(values.host !== undefined && { host: values.host }),
    ...(!values.quiet && { onAnswer: printAnswer }),
  });
  process.stdout.write(`listening on ${mock.url}\n`);
  await stopped;
  await mock.close();
  return exitCode.done;
}

function printAnswer(answered: AnsweredRequest): void {
  process.stderr.write(`${requestLine(answered)}\n`);
}

function readPort(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return port;
  throw new UsageError(`--port ${text} is no port.\nGive a number from 0 to 65535; 0 takes a free one.`);
}

/** Resolves at the first SIGINT or SIGTERM; a second one ends the process at once, as it does by default. */
function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    const stop = () => {
      process.off('SIGINT', stop).off('SIGTERM', stop);
      resolve();
    };
    process.on('SIGINT', stop).on('SIGTERM', stop);
  });
}

if (import.meta.main) await runCommand(main);
