import { count } from '../../cli/count.ts';
import type { Api } from '../../model/api.ts';
import type { JsonObject } from '../../model/json.ts';
import type { Operation } from '../../model/operation.ts';
import type { Conflict } from '../../model/statement.ts';
import { collectQuestions, type DoubtfulPlace, type OpenQuestion } from '../evidence/questions.ts';
import { type Html, html } from '../html/html.ts';
import { inlineCode } from '../html/inlineCode.ts';
import { placeName } from './placeName.ts';

/** Every conflict and inference of an API, for those who can settle them: its provider. */
export function renderQuestions(api: Api): Html {
  const questions = collectQuestions(api);
  const conflicts = questions.filter(({ doubt }) => doubt.evidence === 'conflict');
  const inferences = questions.filter(({ doubt }) => doubt.evidence === 'inferred');
  return html`<header class="intro">
  <p class="eyebrow">${api.title}, version ${api.version}</p>
  <h1>Open questions</h1>
  <p class="lead">Where the published pages contradict each other or say nothing, this document had to choose.
  Each choice stands here with its grounds, until ${api.title} settles it.</p>
  <p class="start"><a class="button" href="open-questions.md" download="${api.name}.open-questions.md">As a Markdown checklist</a> <a href="#inferred">Skip to what is inferred</a></p>
</header>
${section(api.document, { id: 'conflicts', title: 'Conflicts', questions: conflicts, intro: conflictIntro })}
${section(api.document, { id: 'inferred', title: 'Inferred', questions: inferences, intro: inferredIntro })}
`;
}

const conflictIntro = 'The sources contradict each other, or themselves.';
const inferredIntro = 'No source states this. It was added so that the document can be used.';

interface Section {
  id: string;
  title: string;
  questions: OpenQuestion[];
  intro: string;
}

function section(document: JsonObject, { id, title, questions, intro }: Section): Html {
  return html`<section id="${id}" class="questions">
  <h2>${title} <span class="count">${questions.length}</span></h2>
  <p>${questions.length > 0 ? intro : 'None.'}</p>
  ${questions.map((question) => article(document, question))}
</section>`;
}

function article(document: JsonObject, { id, doubt, places }: OpenQuestion): Html {
  return html`<article class="question ${doubt.evidence}" id="${id}">
  <p class="about">${about(document, places)}</p>
  ${doubt.evidence === 'conflict' ? conflict(doubt.conflict) : html`<h3>${inlineCode(doubt.reason)}</h3>`}
  ${placeList(places)}
  <a class="permalink" href="#${id}" aria-label="Link to this question">#</a>
</article>
`;
}

/** One place is named, several are counted. */
function about(document: JsonObject, places: DoubtfulPlace[]): Html {
  const [place] = places;
  const used = count(new Set(places.flatMap(({ operations }) => operations)).size, 'operation');
  if (place === undefined || places.length > 1) {
    return html`${count(places.length, 'statement')} of ${used}`;
  }
  const [operation] = place.operations;
  const user = place.operations.length === 1 && operation ? operationLink(operation) : used;
  return html`${placeName(document, place)}, ${user}`;
}

function conflict({ sources, chosen, why }: Omit<Conflict, 'at'>): Html {
  return html`<h3>Chosen: ${inlineCode(chosen)}</h3>
  <p class="why">${inlineCode(why)}</p>
  <ul class="sources">${sources.map(
    ({ document, section, says }) => html`<li>
    <p class="says">${inlineCode(says)}</p>
    <p class="where">${document}${section ? html`, “${section}”` : undefined}</p>
  </li>`,
  )}</ul>`;
}

function placeList(places: DoubtfulPlace[]): Html {
  return html`<details>
    <summary>${places.length === 1 ? 'Where it stands' : 'Where they stand'}</summary>
    <ul class="places">${places.map(
      (place) =>
        html`<li><span class="kind">${place.kind}</span> <code>${place.pointer}</code> ${uses(place)}</li>`,
    )}</ul>
  </details>`;
}

function uses({ operations }: DoubtfulPlace): Html {
  const links = operations.map(
    (operation, index) => html`${index > 0 ? ', ' : ''}${operationLink(operation)}`,
  );
  const shared = operations.length > 1 ? `used by ${count(operations.length, 'operation')}: ` : '';
  return html`<span class="uses">${shared}${links}</span>`;
}

function operationLink({ operationId }: Operation): Html {
  return html`<a href="index.html#operation/${operationId}">${operationId}</a>`;
}
