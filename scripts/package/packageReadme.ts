import { pascalCase } from '../generate/words.ts';
import type { Api } from '../model/api.ts';

/** The page that a registry shows of the package: which APIs there are, and the first call of one. */
export function packageReadme({ name, apis, needsOfMock }: PackageReadmeInput): string {
  return [
    `# ${name}`,
    'Typed clients of healthcare services that published their HTTP APIs as prose only. Each client follows an OpenAPI\ndocument, and what the document does not know for certain is marked on hover: `@inferred`, `@conflict`.',
    firstCall(name, apis[0]),
    'Clients run on Node 20 and later and in browsers; they use nothing but `fetch` and its kin. A result has `status`, and\n`data` or `error`, typed by that status.',
    table(name, apis),
    mockSection(name, apis[0], needsOfMock),
    '',
  ].join('\n\n');
}

interface PackageReadmeInput {
  name: string;
  apis: readonly Api[];
  /** Each as `name@version`. */
  needsOfMock: readonly string[];
}

function firstCall(name: string, api: Api | undefined): string {
  const path = api?.operations.find(({ method, parameters }) => method === 'GET' && parameters.length === 0);
  const factory = `create${pascalCase(api?.name ?? '')}Client`;
  return code('ts', [
    `import { ${factory} } from '${name}/${api?.name}';`,
    '',
    `const client = ${factory}({ credentials });`,
    `const { data, error, status } = await client.GET('${path?.path ?? '/'}');`,
  ]);
}

function table(name: string, apis: readonly Api[]): string {
  const rows = apis.map(
    (api) => `| \`${name}/${api.name}\` | ${api.title} ${api.version} | ${api.operations.length} |`,
  );
  return ['| import | service | operations |', '|---|---|---|', ...rows].join('\n');
}

function mockSection(name: string, api: Api | undefined, needs: readonly string[]): string {
  return [
    `## A mock for your tests\n\nOn Node 24. It needs packages that the clients do not:`,
    code('sh', [`npm install --save-dev ${needs.join(' ')}`]),
    code('ts', [
      `import { startMock } from '${name}/mock';`,
      '',
      `const mock = await startMock({ apis: ['${api?.name}'], port: 0 });`,
      `const client = create${pascalCase(api?.name ?? '')}Client({ credentials, baseUrl: \`\${mock.url}/${api?.name}\` });`,
      '…',
      'await mock.close();',
    ]),
    `The document itself is \`${name}/${api?.name}/openapi.json\`.`,
  ].join('\n\n');
}

function code(language: string, lines: readonly string[]): string {
  return [`\`\`\`${language}`, ...lines, '```'].join('\n');
}
