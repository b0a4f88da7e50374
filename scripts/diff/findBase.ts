import { UsageError } from '../model/errors.ts';
import { runGit } from './runGit.ts';

/** A git revision: how it was found, and the commit that it is. */
export interface Base {
  name: string;
  commit: string;
}

const mainBranches = ['main', 'origin/main'];

/**
 * The commit to compare with: `ref`, or else where the current branch left `main` (on `main` itself: its last commit),
 * or else, where no `main` is known, the last commit.
 * @throws {UsageError} if the project is not in a git repository, has no commit, or does not know `ref`
 */
export async function findBase({ root, ref }: { root: string; ref: string | undefined }): Promise<Base> {
  if ((await runGit(root, 'rev-parse', '--git-dir')) === undefined) {
    throw new UsageError(
      'The project is not in a git repository.\nChanges are found against a git revision.',
    );
  }
  if (ref !== undefined) return { name: ref, commit: await commitOf(root, ref) };
  for (const branch of mainBranches) {
    const commit = (await runGit(root, 'merge-base', 'HEAD', branch))?.trim();
    if (commit) return { name: `merge base with ${branch}`, commit };
  }
  return { name: 'HEAD', commit: await commitOf(root, 'HEAD') };
}

async function commitOf(root: string, ref: string): Promise<string> {
  const args = ['rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`];
  const commit = (await runGit(root, ...args))?.trim();
  if (commit) return commit;
  throw new UsageError(
    `Unknown revision "${ref}".\nName a branch, a tag or a commit that this repository has: fetch it first if it is a remote one.`,
  );
}
