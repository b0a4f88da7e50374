import { dirname, join, relative, resolve } from 'node:path';
import ts from 'typescript';

interface EmittedFile {
  /** Relative to the project's root, with the extension that it has once built. */
  path: string;
  content: string;
}

interface EmittedSources<Group extends string> {
  files: EmittedFile[];
  /** The packages that the JavaScript of each group imports. */
  packages: Record<Group, string[]>;
}

/**
 * JavaScript and declarations of some groups of entries, and of all that these import: declarations only of what a
 * declaration names, since nobody else sees them. Type stripping does not work under `node_modules`, so that whatever is
 * published is built.
 * @param groups absolute paths
 */
export function emitSources<Group extends string>(
  root: string,
  groups: Readonly<Record<Group, readonly string[]>>,
): EmittedSources<Group> {
  const program = ts.createProgram(Object.values<readonly string[]>(groups).flat(), optionsOf(root));
  const files = new Map<string, string>();
  const packages = Object.entries<readonly string[]>(groups).map(([group, entries]) => {
    const foreign = follow(entries, (file) => {
      const content = javaScriptOf(program, file);
      files.set(builtPath(root, file), content);
      return specifiersIn(content);
    });
    follow(entries, (file) => {
      const content = withBuiltSpecifiers(declarationOf(program, file));
      files.set(builtPath(root, file).replace(/js$/, 'd.ts'), content);
      return specifiersIn(content);
    });
    return [group, packageNames(foreign)];
  });
  return {
    files: [...files].map(([path, content]) => ({ path, content })),
    packages: Object.fromEntries(packages),
  };
}

/** Visits files and what they import; returns what else they import. @param visit gives a built file's specifiers */
function follow(entries: readonly string[], visit: (file: string) => string[]): string[] {
  const seen = new Set(entries);
  const foreign: string[] = [];
  for (const file of seen) {
    for (const specifier of visit(file)) {
      if (specifier.startsWith('.')) seen.add(resolve(dirname(file), specifier.replace(/\.js$/, '.ts')));
      else foreign.push(specifier);
    }
  }
  return foreign;
}

function packageNames(specifiers: readonly string[]): string[] {
  const foreign = specifiers.filter((one) => !one.startsWith('node:'));
  const names = foreign.map((one) => one.split('/', one.startsWith('@') ? 2 : 1).join('/'));
  return [...new Set(names)].sort();
}

function javaScriptOf(program: ts.Program, file: string): string {
  const { outputText } = ts.transpileModule(sourceOf(program, file).text, {
    fileName: file,
    // A single file does not know that its package's type is `module`.
    compilerOptions: { ...program.getCompilerOptions(), module: ts.ModuleKind.ESNext },
  });
  return outputText;
}

function declarationOf(program: ts.Program, file: string): string {
  let content = '';
  program.emit(
    sourceOf(program, file),
    (_, text) => {
      content = text;
    },
    undefined,
    true,
  );
  return content;
}

/** Everything imported, by `import()` and by a type's `import('…')` too, and what is only looked up. */
function specifiersIn(text: string): string[] {
  const { importedFiles } = ts.preProcessFile(text, true, true);
  const lookedUp = [...text.matchAll(/import\.meta\.resolve\('([^']+)'\)/g)].map(([, name = '']) => name);
  return [...importedFiles.map(({ fileName }) => fileName), ...lookedUp];
}

/** The compiler rewrites the specifiers of JavaScript only. */
function withBuiltSpecifiers(declaration: string): string {
  return declaration.replaceAll(/(from |import\()(["'])(\.[^"']+)\.ts\2/g, '$1$2$3.js$2');
}

function sourceOf(program: ts.Program, file: string): ts.SourceFile {
  const source = program.getSourceFile(file);
  if (!source) throw new Error(`${file} is imported and cannot be read.`);
  return source;
}

function builtPath(root: string, file: string): string {
  return relative(root, file).replace(/\.ts$/, '.js');
}

function optionsOf(root: string): ts.CompilerOptions {
  const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent({ ...config, include: [] }, ts.sys, root);
  return {
    ...options,
    noEmit: false,
    declaration: true,
    rewriteRelativeImportExtensions: true,
    // What Node 20 knows.
    target: ts.ScriptTarget.ES2022,
    rootDir: root,
  };
}
