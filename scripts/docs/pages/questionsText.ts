import { count } from '../../cli/count.ts';
import type { Api } from '../../model/api.ts';
import type { Operation } from '../../model/operation.ts';
import { collectQuestions, type OpenQuestion } from '../evidence/questions.ts';
import { oneLine } from '../oneLine.ts';

/** The open questions of an API as a Markdown checklist: for a terminal, an issue, or a letter to the provider. */
export function renderQuestionsText(api: Api): string {
  const questions = collectQuestions(api);
  const of = (evidence: string) => questions.filter(({ doubt }) => doubt.evidence === evidence);
  return [
    `# ${api.title} ${api.version}: ${count(questions.length, 'open question')}`,
    ...section('The sources contradict each other, or themselves', of('conflict')),
    ...section('No source says this; it was added', of('inferred')),
    '',
  ].join('\n');
}

function section(title: string, questions: OpenQuestion[]): string[] {
  return questions.length === 0 ? [] : ['', `## ${title} (${questions.length})`, '', ...questions.map(item)];
}

function item({ doubt, places }: OpenQuestion): string {
  const where = `${count(places.length, 'statement')}: ${named(places.flatMap(({ operations }) => operations))}`;
  if (doubt.evidence === 'inferred') return `- [ ] ${oneLine(doubt.reason)} (${where})`;
  const { chosen, why, sources } = doubt.conflict;
  const says = sources.map(
    ({ document, section: part, says }) => `    - ${document}, ${oneLine(part)}: ${oneLine(says)}`,
  );
  return [`- [ ] Chosen: ${oneLine(chosen).replace(/\.?$/, '.')} ${oneLine(why)} (${where})`, ...says].join(
    '\n',
  );
}

/** More names than these tell a reader nothing. */
const mostNames = 3;

function named(operations: Operation[]): string {
  const names = [...new Set(operations.map(({ operationId }) => operationId))];
  const more = names.length - mostNames;
  return [...names.slice(0, mostNames), ...(more > 0 ? [`${more} more`] : [])].join(', ');
}
