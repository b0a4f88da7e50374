import { count } from '../../cli/count.ts';
import type { Guide } from '../guides/guide.ts';
import type { ApiContent } from '../siteContent.ts';

/** `llms.txt` (llmstxt.org): what the site has, for a machine to choose from. */
export function renderLlmsText({
  apis,
  guides,
}: {
  apis: readonly ApiContent[];
  guides: readonly Guide[];
}): string {
  return [
    '# care-contracts',
    '',
    '> OpenAPI documents of healthcare services that published their HTTP APIs as prose, with the evidence for every statement: documented by a source, inferred, or in conflict.',
    '',
    '## References',
    '',
    ...apis.map(
      ({ api }) =>
        `- [${api.title} ${api.version}](apis/${api.name}/reference.md): ${count(api.operations.length, 'operation')}, with parameters, bodies, answers, evidence and a curl line each`,
    ),
    '',
    '## Documents',
    '',
    ...apis.flatMap(({ api, workflows }) => [
      `- [${api.title}, OpenAPI 3.1](apis/${api.name}/openapi.json): also as [YAML](apis/${api.name}/openapi.yaml)`,
      ...(workflows === undefined
        ? []
        : [`- [${api.title}, Arazzo workflows](apis/${api.name}/workflows.arazzo.yaml)`]),
      `- [${api.title}, open questions](apis/${api.name}/open-questions.md): what the sources leave open`,
    ]),
    '',
    '## Guides',
    '',
    ...guides.map(({ name, title, lead }) => `- [${title}](guides/${name}.md): ${lead}`),
    '',
  ].join('\n');
}
