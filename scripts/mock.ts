import { findProjectRoot } from './apis/projectRoot.ts';
import { readApi } from './apis/readApi.ts';
import { readRegistry, selectApis } from './apis/registry.ts';
import { exitCode, runCommand } from './cli/exit.ts';
import { parseArguments } from './cli/parseArguments.ts';
import { knownCredentials } from './mock/auth/knownCredentials.ts';
import { type MockOptions, startMock } from './mock/startMock.ts';
import type { Api } from './model/api.ts';
import { UsageError } from './model/errors.ts';

const usage = `npm run mock -- [api…] [--port N] [--host H]

Answers as the documents say: every API under /<api>, on one port. Without names, all of redocly.yaml.
A described answer is asked for with \`Prefer: code=404, example=unknownCase\`.

  --port N                 the port; 0 takes a free one (default 4010)
  --host H                 the address to listen on (default 127.0.0.1: this machine alone)
  --any-credentials        take all credentials that are well-formed; else those listed at the start, those that
                           begin with fake-, and the tokens that the mock has issued
  --token-lifetime S       how many seconds a token lasts (default: as many as its answer says)`;

const defaultPort = '4010';

async function main(argv: string[]): Promise<number> {
  const options = {
    port: { type: 'string' },
    host: { type: 'string' },
    'any-credentials': { type: 'boolean' },
    'token-lifetime': { type: 'string' },
  } as const;
  const { values, positionals } = parseArguments({ usage, options, positionals: 'api' }, argv);
  const port = readPort(values.port ?? defaultPort);
  const access = readAccess(values['any-credentials'] ?? false, values['token-lifetime']);
  const root = findProjectRoot();
  const selected = selectApis(readRegistry(root), positionals);
  const apis = await Promise.all(selected.map(({ name }) => readApi({ root, name })));
  const stopped = stopSignal();
  const mock = await startMock({
    apis,
    port,
    ...access,
    ...(values.host !== undefined && { host: values.host }),
  });
  if (access.credentials === 'known') process.stderr.write(credentialLines(apis));
  process.stdout.write(`listening on ${mock.url}\n`);
  await stopped;
  await mock.close();
  return exitCode.done;
}

function readAccess(
  any: boolean,
  lifetime: string | undefined,
): Pick<MockOptions, 'credentials' | 'tokenLifetime'> {
  if (lifetime === undefined) return { credentials: any ? 'any' : 'known' };
  const tokenLifetime = Number(lifetime);
  if (!/^\d{1,9}$/.test(lifetime) || tokenLifetime === 0) {
    throw new UsageError(
      `--token-lifetime ${lifetime} is no lifetime.\nGive a number of seconds from 1 to 999999999.`,
    );
  }
  if (any) {
    throw new UsageError(
      'With --any-credentials no token is issued that could expire.\nLeave out one of --any-credentials and --token-lifetime.',
    );
  }
  return { credentials: 'known', tokenLifetime };
}

function credentialLines(apis: Api[]): string {
  const lines = apis.flatMap((api) => knownCredentials(api).map((line) => `  /${api.name}  ${line}\n`));
  return lines.length === 0 ? '' : ['credentials that are known, all of them fake:\n', ...lines].join('');
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
