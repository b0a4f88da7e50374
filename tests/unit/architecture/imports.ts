import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';

/** What one source file imports: files of the project by their path from its root, everything else by its specifier. */
interface FileImports {
  file: string;
  imports: string[];
}

const statement =
  /(?:^|\n)\s*(?:import|export)\b[^'"`;]*?from\s*'([^']+)'|(?:^|\n)\s*import\s*'([^']+)'|\bimport\('([^']+)'\)/g;

/** Every `.ts` file below the folders, with its imports; read as text. */
export function readImports(root: string, folders: string[]): FileImports[] {
  return folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
      // What a bench installs for itself.
      .filter((entry) => !entry.parentPath.split(sep).includes('node_modules'))
      .map((entry) => fileImports(root, join(entry.parentPath, entry.name))),
  );
}

function fileImports(root: string, path: string): FileImports {
  const specifiers = [...readFileSync(path, 'utf8').matchAll(statement)].map(
    (found) => found[1] ?? found[2] ?? found[3] ?? '',
  );
  return {
    file: relative(root, path),
    imports: specifiers.map((one) =>
      one.startsWith('.') ? relative(root, resolve(dirname(path), one)) : one,
    ),
  };
}

/** A circle of imports, as the list of its files; `undefined` where there is none. */
export function findCircle(files: FileImports[]): string[] | undefined {
  const graph = new Map(files.map(({ file, imports }) => [file, imports]));
  const done = new Set<string>();
  const visit = (file: string, above: string[]): string[] | undefined => {
    if (above.includes(file)) return [...above.slice(above.indexOf(file)), file];
    if (done.has(file)) return undefined;
    for (const next of graph.get(file) ?? []) {
      const circle = visit(next, [...above, file]);
      if (circle) return circle;
    }
    done.add(file);
    return undefined;
  };
  return files.map(({ file }) => visit(file, [])).find(Boolean);
}
