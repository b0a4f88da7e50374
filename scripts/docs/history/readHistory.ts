import { readFile } from 'node:fs/promises';
import { bundleFile } from '../../apis/readApi.ts';
import { inParallel } from '../../cli/inParallel.ts';
import { runGit } from '../../diff/runGit.ts';
import { isObject } from '../../json/pointer.ts';
import type { Json } from '../../model/json.ts';
import { compareBundles } from './compareBundles.ts';
import type { History, Version } from './history.ts';
import { type BundleCommit, readCommits } from './readCommits.ts';

interface Reading {
  root: string;
  name: string;
  /** Where comparisons are kept from one build to the next. */
  cache: string;
}

/** A comparison takes about half a second: so many of each API are made at most, the newest. */
const mostCompared = 8;

/** How an API's bundle became what it is: its commits, and what is not committed yet. */
export async function readHistory({ root, name, cache }: Reading): Promise<History> {
  const { commits, gap } = await readCommits({ root, name });
  const show = (blob: string | undefined) => (blob ? runGit(root, 'cat-file', 'blob', blob) : undefined);
  const steps = commits.slice(0, mostCompared).map((commit) => ({
    commit,
    read: async () => ({ before: await show(commit.before), after: await show(commit.after) }),
  }));
  const latest = commits[0] && (await show(commits[0].after));
  const current = await readFile(bundleFile(root, name), 'utf8');
  const uncommitted = latest !== undefined && latest !== current;
  const all = [
    ...(uncommitted ? [{ commit: undefined, read: async () => ({ before: latest, after: current }) }] : []),
    ...steps,
  ];
  const compared = await inParallel(all, {
    width: 2,
    work: async ({ commit, read }) => versionOf({ name, cache, commit, ...(await read()) }),
  });
  const older = commits
    .slice(mostCompared)
    .map((commit) => ({ ...named(commit), version: '', state: 'older' as const }));
  return { versions: [...compared, ...older], ...(gap && { gap }) };
}

interface Step {
  name: string;
  cache: string;
  commit: BundleCommit | undefined;
  before: string | undefined;
  after: string | undefined;
}

async function versionOf({ name, cache, commit, before, after = '' }: Step): Promise<Version> {
  const version = { ...named(commit), version: versionIn(after) };
  if (before === undefined) return { ...version, state: 'first' };
  const diff = await compareBundles({ name, before, after, cache });
  return diff ? { ...version, state: 'compared', diff } : { ...version, state: 'incomparable' };
}

function named(commit: BundleCommit | undefined): Pick<Version, 'commit'> {
  if (!commit) return {};
  const { hash, date, subject } = commit;
  return { commit: { hash, date, subject } };
}

function versionIn(text: string): string {
  try {
    const document = JSON.parse(text) as Json;
    const info = isObject(document) && isObject(document.info) ? document.info : {};
    return typeof info.version === 'string' ? info.version : '';
  } catch {
    return '';
  }
}
