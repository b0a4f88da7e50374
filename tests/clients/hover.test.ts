import { join } from 'node:path';
import ts from 'typescript';
import { beforeAll, describe, expect, test } from 'vitest';

const file = join(import.meta.dirname, 'hovered.ts');

/** What an editor is asked about stands between the marks. */
const source = `
import { createOptretinaClient, type Case } from '../../generated/optretina/client.ts';
const client = createOptretinaClient({ credentials: { clientId: 'fake', clientSecret: 'fake' } });
const { data } = await client.GET('/cases/{id}', { params: { path: { «id»: 7001 } } });
data?.«od_iop»;
const visit: «Case» = data!;
await client.POST('/cases', { body: { «os_iop»: 16, 'images[]': [] } });
createOptretinaClient({ credentials: { clientId: 'fake', clientSecret: 'fake' }, «retries»: 1 });
`;

let service: ts.LanguageService;

beforeAll(() => {
  const { config } = ts.readConfigFile('tsconfig.json', ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent({ ...config, include: [] }, ts.sys, process.cwd());
  const text = source.replaceAll(/[«»]/g, '');
  service = ts.createLanguageService({
    getCompilationSettings: () => options,
    getScriptFileNames: () => [file],
    getScriptVersion: () => '1',
    getScriptSnapshot(name) {
      const content = name === file ? text : ts.sys.readFile(name);
      return content === undefined ? undefined : ts.ScriptSnapshot.fromString(content);
    },
    getCurrentDirectory: () => process.cwd(),
    getDefaultLibFileName: ts.getDefaultLibFilePath,
    fileExists: (name) => name === file || ts.sys.fileExists(name),
    readFile: ts.sys.readFile,
    directoryExists: ts.sys.directoryExists,
  });
});

/** What an editor shows. */
function hover(word: string): string {
  const before = source.slice(0, source.indexOf(`«${word}»`)).replaceAll(/[«»]/g, '');
  const { documentation, tags } = service.getQuickInfoAtPosition(file, before.length) ?? {};
  const lines = (tags ?? []).map(({ name, text }) => `@${name} ${ts.displayPartsToString(text)}`);
  return [ts.displayPartsToString(documentation), ...lines].join('\n');
}

describe('an editor shows', () => {
  test.each([
    { of: 'a field of an answer', word: 'od_iop', want: /right eye[\s\S]*mmHg/ },
    { of: 'its evidence', word: 'od_iop', want: /@inferred The second edition names/ },
    { of: 'a field of a form', word: 'os_iop', want: /left eye[\s\S]*mmHg/ },
    { of: 'a path parameter', word: 'id', want: /case/ },
    { of: 'a named type', word: 'Case', want: /A patient's visit/ },
    { of: 'an option', word: 'retries', want: /Retry-After/ },
  ])('what the document says of $of', ({ word, want }) => {
    expect(hover(word)).toMatch(want);
  });
});
