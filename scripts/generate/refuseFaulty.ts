import { sep } from 'node:path';
import type { RegisteredApi } from '../apis/registry.ts';
import { lintDocument } from '../lint/lintDocument.ts';
import { loadLintConfig } from '../lint/loadLintConfig.ts';
import type { Problem } from '../lint/problem.ts';
import { DocumentError } from '../model/errors.ts';

/**
 * Lints the documents, so that nothing is generated from a faulty one.
 * @throws {DocumentError} on the first problem, with the number of the others
 */
export async function refuseFaulty(apis: RegisteredApi[], projectRoot: string): Promise<void> {
  const config = await loadLintConfig(projectRoot);
  const problems: Problem[] = [];
  for (const { name, root } of apis) {
    const linted = await lintDocument({ root, config: config.forAlias(name), projectRoot });
    problems.push(...linted.problems);
  }
  // What cannot be read explains much of the rest.
  const [first, ...others] = problems.sort(
    (one, other) => Number(other.unreadable ?? 0) - Number(one.unreadable ?? 0),
  );
  if (!first) return;
  const more = others.length > 0 ? ` (and ${others.length} more: see npm run lint)` : '';
  // A reason of the file system names the file by its place on this machine.
  const message = first.message.replaceAll(`${projectRoot}${sep}`, '');
  throw new DocumentError(`${message}${more}`, {
    file: first.file,
    ...(first.line !== undefined && { line: first.line }),
    ...(first.column !== undefined && { column: first.column }),
    ...(first.pointer !== undefined && { pointer: first.pointer.replace(/^#/, '') }),
    repair: `Correct the document there (rule ${first.rule}); nothing was written.`,
  });
}
