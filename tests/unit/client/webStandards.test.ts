import { globSync, readFileSync } from 'node:fs';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';

const files = globSync('scripts/client/*.ts');

describe('the run time of the clients', () => {
  test.each(files)('%s imports nothing but its neighbours', (file) => {
    const imports = readFileSync(file, 'utf8').matchAll(/^(?:import|export)\s+[^;]*?from '([^']+)'/gm);
    const foreign = [...imports].filter(([, from]) => !from?.startsWith('./'));
    expect(foreign.map(([line]) => line)).toEqual([]);
  });

  test('compiles where there is nothing but the web’s own interfaces, as of Node 20', () => {
    const options: ts.CompilerOptions = {
      strict: true,
      noEmit: true,
      skipLibCheck: true,
      allowImportingTsExtensions: true,
      target: ts.ScriptTarget.ES2023,
      module: ts.ModuleKind.NodeNext,
      moduleResolution: ts.ModuleResolutionKind.NodeNext,
      lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
      types: [],
    };
    const diagnostics = ts.getPreEmitDiagnostics(ts.createProgram(files, options));
    expect(files.length).toBeGreaterThan(10);
    expect(diagnostics.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'))).toEqual(
      [],
    );
  });
});
