import { resolve } from 'node:path';
import { findProjectRoot } from '../apis/projectRoot.ts';
import { readApis } from '../apis/readApis.ts';
import { baseUrl } from '../cli/baseUrl.ts';
import { reportFolder } from '../cli/reportFolder.ts';
import type { Api } from '../model/api.ts';
import type { BaselineEntry } from '../model/baseline.ts';
import { UsageError } from '../model/errors.ts';
import type { Severity } from '../model/finding.ts';
import type { Limits } from '../model/limits.ts';
import type { Values } from '../model/values.ts';
import { newBaseline } from './baseline/newBaseline.ts';
import { readBaseline } from './baseline/readBaseline.ts';
import { missingCredentials } from './credentials.ts';
import type { ForeignContract } from './foreignContract.ts';
import { type Format, readFormat } from './format.ts';
import { type LimitFlags, readLimits } from './limits.ts';
import { requireOtherUser } from './otherUser.ts';
import { readTitle } from './readTitle.ts';
import { repeatArguments } from './repeatArguments.ts';
import { requireEncryption } from './requireEncryption.ts';
import { readValues } from './values/readValues.ts';

/** A contract run, its defaults resolved. */
export interface ContractOptions {
  projectRoot: string;
  apis: Api[];
  /** The contract of the only API, where that is of a document outside the registry. */
  foreign?: ForeignContract;
  /** Base URL of a live server, without a slash at its end; without it, the mock. */
  target?: string;
  /** Where a mock of all of them answers already, each API under `/<name>`; without it, one is started. */
  mockUrl?: string;
  /** Absolute path of the reports' folder. */
  folder: string;
  allowWrites: boolean;
  /** Whether more than one thing may be made that no documented operation deletes. */
  allowLeftovers: boolean;
  /** What the user says of the target. */
  values?: Values;
  only: string[];
  exclude: string[];
  headers: Record<string, string>;
  seed: number;
  /** Random requests to each operation; 0: none. */
  fuzz: number;
  shard?: { index: number; count: number };
  failOn: Severity;
  /** Show values of a live server that nothing calls private. */
  showValues: boolean;
  /** Of a live server only. */
  limits?: Limits;
  /** Findings that are known, and not fatal. */
  baseline?: BaselineEntry[];
  /** Absolute path of the baseline to write; there is no such file yet. */
  writeBaseline?: string;
  /** Absolute path of the document of the only API, where that is outside the registry. */
  document?: string;
  /** What goes to stdout. */
  format: Format;
  /** A regular expression: only the cases that it finds in `<operationId> > <title>`, as Vitest's `-t`. */
  title?: string;
  /** The flags of this run that a repetition of one of its cases needs, as a shell takes them. */
  repeat: string[];
}

export interface ContractFlags extends LimitFlags {
  target?: string | undefined;
  report?: string | undefined;
  'allow-writes'?: boolean | undefined;
  'allow-leftovers'?: boolean | undefined;
  values?: string | undefined;
  only?: string | undefined;
  exclude?: string | undefined;
  header?: string[] | undefined;
  seed?: string | undefined;
  fuzz?: string | undefined;
  shard?: string | undefined;
  'fail-on'?: string | undefined;
  'show-values'?: boolean | undefined;
  insecure?: boolean | undefined;
  baseline?: string | undefined;
  'write-baseline'?: string | undefined;
  format?: string | undefined;
  title?: string | undefined;
  document?: string | undefined;
}

/**
 * Reads a command line and the bundles that it names.
 * @param foreign in place of them, the contract of a document outside the registry
 * @throws {UsageError} on a value that is none, an unknown API or operation, a missing credential
 * @throws {DocumentError} if a bundle cannot be read
 */
export async function readContractOptions(
  flags: ContractFlags,
  names: string[],
  foreign?: ForeignContract,
): Promise<ContractOptions> {
  const projectRoot = findProjectRoot();
  const apis = foreign ? [foreign.api] : await readApis(projectRoot, names);
  const target =
    flags.target === undefined ? undefined : targetUrl(flags.target, foreign ? [foreign.api.name] : names);
  const shard = flags.shard === undefined ? undefined : readShard(flags.shard);
  const values = flags.values === undefined ? undefined : readTargetValues(flags.values, target, apis);
  // A document that nobody here wrote may ask for credentials that nobody has: what needs them is asked without.
  if (target !== undefined && !foreign) for (const api of apis) requireCredentials(api);
  if (target !== undefined) for (const api of apis) requireOtherUser(api);
  const headers = Object.fromEntries((flags.header ?? []).map(readHeader));
  if (target !== undefined && !flags.insecure)
    for (const api of apis) requireEncryption(target, { api, headers, environment: process.env });
  const limits = readLimits(flags, target !== undefined);
  return {
    projectRoot,
    apis,
    ...(foreign && { foreign }),
    ...(target !== undefined && { target }),
    folder: reportFolder(flags.report, projectRoot),
    allowWrites: flags['allow-writes'] ?? false,
    allowLeftovers: flags['allow-leftovers'] ?? false,
    ...(values && { values }),
    only: readOperations('--only', flags.only, apis),
    exclude: readOperations('--exclude', flags.exclude, apis),
    headers,
    seed: readSeed(flags.seed ?? '1'),
    fuzz: readFuzz(flags.fuzz ?? '0'),
    ...(shard && { shard }),
    failOn: readFailOn(flags['fail-on'] ?? 'violation'),
    showValues: flags['show-values'] ?? false,
    ...(target !== undefined && { limits }),
    ...(flags.baseline !== undefined && { baseline: readBaseline(flags.baseline) }),
    ...(flags['write-baseline'] !== undefined && { writeBaseline: newBaseline(flags['write-baseline']) }),
    format: readFormat(flags.format ?? 'text'),
    ...(flags.title !== undefined && { title: readTitle(flags.title) }),
    ...(flags.document !== undefined && { document: resolve(flags.document) }),
    repeat: repeatArguments(flags),
  };
}

function readTargetValues(file: string, target: string | undefined, apis: Api[]): Values {
  if (target !== undefined)
    return readValues(
      file,
      apis.flatMap(({ operations }) => operations),
    );
  throw new UsageError('--values says what a live server holds.\nName that with --target, or leave it out.');
}

function targetUrl(text: string, names: string[]): string {
  if (names.length !== 1) {
    throw new UsageError(
      '--target is one server: name exactly one API, as in `npm run contract -- <api> --target URL`.',
    );
  }
  return baseUrl(text);
}

/** Only a live server is asked with real credentials; a run without them could say nothing. */
function requireCredentials(api: Api): void {
  const variables = missingCredentials(api);
  if (variables.length === 0) return;
  throw new UsageError(`${api.name} needs credentials.\nSet in the environment: ${variables.join(', ')}.`);
}

function readOperations(flag: string, text: string | undefined, apis: Api[]): string[] {
  const wanted = (text ?? '')
    .split(',')
    .map((one) => one.trim())
    .filter(Boolean);
  const known = apis.flatMap(({ operations }) =>
    operations.flatMap(({ operationId, method, path }) => [operationId, `${method} ${path}`]),
  );
  const unknown = wanted.find((one) => !known.includes(one));
  if (unknown === undefined) return wanted;
  const ids = apis.flatMap(({ operations }) => operations.map(({ operationId }) => operationId));
  throw new UsageError(`${flag}: there is no operation "${unknown}".\nKnown: ${someOf(ids)}.`);
}

function someOf(ids: string[]): string {
  const most = 100;
  return ids.length > most
    ? `${ids.slice(0, most).join(', ')} and ${ids.length - most} more`
    : ids.join(', ');
}

/** Fields that belong to the connection, not to the request: RFC 9110 section 7.6.1, RFC 9112 section 6. */
const ofConnection = new Set([
  ...['connection', 'content-length', 'expect', 'host', 'keep-alive', 'proxy-connection', 'te', 'trailer'],
  ...['transfer-encoding', 'upgrade'],
]);

function readHeader(text: string): [string, string] {
  // RFC 9110 section 5.1 and 5.5.
  const [, name, value] =
    /^([!#$%&'*+.^_`|~\w-]+):[\t ]*([\x21-\x7e\x80-\xff][\t\x20-\x7e\x80-\xff]*)$/.exec(text) ?? [];
  // The value may be a credential: it is not repeated.
  if (!name || !value)
    throw new UsageError("--header is no header field. Write it as --header 'Name: value'.");
  if (ofConnection.has(name.toLowerCase())) {
    throw new UsageError(`--header cannot set ${name}: it belongs to the connection.\nLeave it out.`);
  }
  return [name.toLowerCase(), value.trimEnd()];
}

function readSeed(text: string): number {
  const seed = Number(text);
  if (text !== '' && Number.isSafeInteger(seed) && seed >= 0) return seed;
  throw new UsageError('--seed is no whole number, 0 or more.');
}

function readFuzz(text: string): number {
  const count = Number(text);
  if (/^\d+$/.test(text) && Number.isSafeInteger(count)) return count;
  throw new UsageError('--fuzz is no whole number, 0 or more: how many random requests each operation gets.');
}

function readShard(text: string): { index: number; count: number } {
  const [, index, count] = /^(\d+)\/(\d+)$/.exec(text) ?? [];
  const shard = { index: Number(index), count: Number(count) };
  if (shard.index >= 1 && shard.index <= shard.count) return shard;
  throw new UsageError('--shard is no part: write it as --shard 1/4, the first of four.');
}

/** @throws {UsageError} on anything else */
export function readFailOn(text: string): Severity {
  if (text === 'violation' || text === 'drift') return text;
  throw new UsageError('--fail-on takes violation or drift.');
}
