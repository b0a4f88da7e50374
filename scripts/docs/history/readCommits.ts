import { relative } from 'node:path';
import { bundleFile } from '../../apis/readApi.ts';
import { runGit } from '../../diff/runGit.ts';
import { UsageError } from '../../model/errors.ts';

/** A commit that changed an API's bundle: git's names of the file's content before and after. */
export interface BundleCommit {
  hash: string;
  /** RFC 3339. */
  date: string;
  subject: string;
  /** Absent where the commit made the file. */
  before?: string;
  after: string;
}

interface Commits {
  commits: BundleCommit[];
  gap?: string;
}

/** More are of no use to a reader, and would take a long history to read. */
const mostCommits = 50;

/** The commits of an API's bundle, newest first; none, and why, where git knows nothing of it. Never throws for want of git. */
export async function readCommits({ root, name }: { root: string; name: string }): Promise<Commits> {
  const file = relative(root, bundleFile(root, name)).replaceAll('\\', '/');
  const format = '--format=%x00%H%x09%cI%x09%s';
  const options = ['--no-merges', '--no-renames', '--raw', '--no-abbrev', `--max-count=${mostCommits}`];
  const printed = await git(root, 'log', format, ...options, '--', file);
  if (printed === undefined)
    return {
      commits: [],
      gap: 'It was built outside of a git repository, where nothing is known of former versions.',
    };
  const commits = printed.split('\0').flatMap((entry) => readCommit(entry) ?? []);
  const isShallow = (await git(root, 'rev-parse', '--is-shallow-repository'))?.trim() === 'true';
  const gap = isShallow
    ? { gap: 'It was built in a shallow clone: older versions are not known there.' }
    : {};
  return { commits, ...gap };
}

function readCommit(entry: string): BundleCommit | undefined {
  const [head = '', ...rest] = entry.split('\n');
  const [hash, date, ...subject] = head.split('\t');
  const [, before, after] =
    /^:\d+ \d+ ([0-9a-f]+) ([0-9a-f]+) [AM]\t/.exec(rest.find((line) => line.startsWith(':')) ?? '') ?? [];
  if (!hash || !date || !after) return undefined;
  const isNew = /^0+$/.test(before ?? '');
  return { hash, date, subject: subject.join('\t'), after, ...(before && !isNew && { before }) };
}

/** What git prints; `undefined` where it fails, or there is none. */
async function git(root: string, ...args: string[]): Promise<string | undefined> {
  try {
    return await runGit(root, ...args);
  } catch (error) {
    if (error instanceof UsageError) return undefined;
    throw error;
  }
}
