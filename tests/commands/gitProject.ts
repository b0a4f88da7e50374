import { execFileSync } from 'node:child_process';
import type { JsonObject } from '../../scripts/model/json.ts';
import { makeProject } from '../docs/makeProject.ts';

/** A project in a temporary git repository of its own, on its branch `main`, all of it committed. */
export async function makeGitProject(bundles: Record<string, JsonObject>) {
  const project = await makeProject(bundles);
  const git = (...args: string[]) => runGit(project.root, args);
  const commit = () => {
    git('add', '--all');
    git('commit', '--quiet', '--message', 'A change');
  };
  git('init', '--quiet', '--initial-branch', 'main');
  commit();
  return { ...project, git, commit };
}

/** Whatever git is told on this machine, here it is told nothing but what is needed. */
function runGit(cwd: string, args: string[]): string {
  const who = { name: 'Test', email: 'test@example.invalid' };
  return execFileSync('git', ['-c', `user.name=${who.name}`, '-c', `user.email=${who.email}`, ...args], {
    cwd,
    encoding: 'utf8',
    env: { PATH: process.env.PATH, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' },
  });
}
