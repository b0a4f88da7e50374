import { isObject } from '../../json/pointer.ts';
import type { Api } from '../../model/api.ts';
import type { MediaType, Operation, Response } from '../../model/operation.ts';
import { schemaParts } from '../../validate/schemaParts.ts';
import { oneLine } from '../oneLine.ts';
import type { Sample } from '../samples/sample.ts';
import { evidenceText, keywordClaims } from './evidenceText.ts';
import { schemaText, typeText } from './schemaText.ts';

/** The samples of an API, by operation. */
export type SamplesById = ReadonlyMap<string, readonly Sample[]>;

/** An API's reference as Markdown, for machines that read and people without a browser. */
export function renderReferenceText(api: Api, samples: SamplesById): string {
  const info = isObject(api.document.info) ? api.document.info : {};
  const byTag = Map.groupBy(api.operations, ({ tag }) => tag);
  return [
    `# ${api.title} ${api.version}`,
    typeof info.description === 'string' ? info.description : '',
    `Server: ${api.serverUrl || 'not stated'}`,
    'Statements are documented by a source unless a bracket says otherwise: [inferred: reason] was added, [conflict: choice] was chosen among sources that disagree.',
    ...[...byTag].flatMap(([tag, operations]) => [
      `## ${tag || 'Operations'}`,
      ...operations.map((operation) => operationText(operation, samples.get(operation.operationId) ?? [])),
    ]),
    '',
  ]
    .filter((text, index, all) => text || index === all.length - 1)
    .join('\n\n');
}

function operationText(operation: Operation, samples: readonly Sample[]): string {
  const { method, path, operationId, summary, description, source, requestBody, responses } = operation;
  const curl = samples.find(({ label }) => label === 'curl');
  return [
    `### ${method} ${path}`,
    [
      `operationId: \`${operationId}\`. ${summary}`,
      evidenceText(operation, { usage: operation.usage, about: '' }),
    ]
      .filter(Boolean)
      .join(' '),
    oneLine(description),
    source ? `Source: ${source.document}, “${oneLine(source.section)}”` : '',
    securityText(operation),
    parametersText(operation),
    ...(requestBody?.content ?? []).map((media) => bodyText(operation, media)),
    ['Responses:', ...responses.map((response) => responseText(operation, response))].join('\n'),
    ...responses.flatMap((response) =>
      response.content.map((media) => answerText(operation, response, media)),
    ),
    curl ? `\`\`\`sh\n${curl.source}\n\`\`\`` : '',
  ]
    .filter(Boolean)
    .join('\n\n');
}

function securityText(operation: Operation): string {
  if (operation.security.length === 0) return '';
  const choices = operation.security.map(({ schemes, usage }) => {
    const names = schemes.map(({ name }) => `\`${name}\``).join(' and ') || 'nothing';
    return [names, evidenceText(operation, { usage, about: '' })].filter(Boolean).join(' ');
  });
  return `Security: ${choices.join(', or ')}`;
}

function parametersText(operation: Operation): string {
  if (operation.parameters.length === 0) return '';
  const lines = operation.parameters.map((one) => {
    const type = typeText(operation.document, schemaParts(operation.document, one.schema));
    const words = [`in ${one.in}`, type, ...(one.required ? ['required'] : [])].join(', ');
    const claims = [
      { usage: one.usage, about: '' },
      { usage: `${one.usage}/required`, about: 'required' },
      ...keywordClaims(schemaParts(operation.document, one.schema)),
    ];
    const description = one.description ? `– ${oneLine(one.description)}` : '';
    return ['-', `\`${one.name}\``, `(${words})`, description, evidenceText(operation, ...claims)]
      .filter(Boolean)
      .join(' ');
  });
  return ['Parameters:', ...lines].join('\n');
}

function bodyText(operation: Operation, media: MediaType): string {
  const heading = [
    `Request body, \`${media.name}\`:`,
    evidenceText(operation, { usage: media.usage, about: '' }),
  ]
    .filter(Boolean)
    .join(' ');
  return [heading, ...(media.schema ? schemaText(operation, media.schema) : [])].join('\n');
}

function responseText(operation: Operation, { status, description, usage }: Response): string {
  return [`- ${status}: ${oneLine(description)}`, evidenceText(operation, { usage, about: '' })]
    .filter(Boolean)
    .join(' ');
}

function answerText(operation: Operation, { status }: Response, media: MediaType): string {
  const lines = media.schema && /^2/.test(status) ? schemaText(operation, media.schema) : [];
  return lines.length > 0 ? [`Body of ${status}, \`${media.name}\`:`, ...lines].join('\n') : '';
}
