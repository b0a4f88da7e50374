import { join } from 'node:path';
import ts from 'typescript';
import { findProjectRoot } from '../../../scripts/apis/projectRoot.ts';

const lib = ['lib.es2022.d.ts'];
const web = { lib: [...lib, 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'], types: [] };
const bundler = { module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler };
const nodenext = { module: ts.ModuleKind.NodeNext, moduleResolution: ts.ModuleResolutionKind.NodeNext };
const typeRoots = [join(findProjectRoot(), 'node_modules', '@types')];

/** How a module is found, and what is known of the world: the web alone, or Node alone. */
const kinds = {
  bundler: { ...bundler, ...web },
  nodenext: { ...nodenext, ...web },
  'nodenext, without the DOM': { ...nodenext, lib, types: ['node'], typeRoots },
};

/** What the compiler says of a consumer's file, and of the package's declarations too. */
export function diagnosticsOf(file: string, kind: keyof typeof kinds): string[] {
  const program = ts.createProgram([file], {
    ...kinds[kind],
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    skipLibCheck: false,
    skipDefaultLibCheck: true,
    noEmit: true,
    target: ts.ScriptTarget.ES2022,
    resolveJsonModule: true,
  });
  return ts.getPreEmitDiagnostics(program).map(({ file: where, start = 0, messageText }) => {
    const line = where?.getLineAndCharacterOfPosition(start).line ?? 0;
    return `${where?.fileName}:${line + 1}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`;
  });
}
