import { isObject, joinPointer, parsePointer, valueAt } from '../../json/pointer.ts';
import type { JsonObject } from '../../model/json.ts';
import type { DoubtfulPlace } from '../evidence/questions.ts';
import { type Html, html } from '../html/html.ts';

/** What a statement is about, in the words of the document: `property age`, `response 401`, `type of age`. */
export function placeName(document: JsonObject, { kind, pointer, operations }: DoubtfulPlace): Html {
  const tokens = parsePointer(pointer);
  const last = tokens.at(-1) ?? '';
  switch (kind) {
    case 'operation':
      return html`operation <code>${operations[0]?.operationId ?? last}</code>`;
    case 'parameter':
      return html`parameter <code>${parameterName(document, tokens)}</code>`;
    case 'required':
      return html`requirement of <code>${requiredName(document, tokens)}</code>`;
    case 'keyword':
      return html`<code>${keywordOf(tokens)}</code> of <code>${ownerOf(tokens)}</code>`;
    case 'security':
      return html`security ${schemes(document, pointer)}`;
    case 'request-body':
      return html`request body`;
    case 'media-type':
      return html`media type <code>${last}</code>`;
    case 'property':
    case 'header':
    case 'response':
      return html`${kind} <code>${last}</code>`;
  }
}

function parameterName(document: JsonObject, tokens: string[]): string {
  const parameter = valueAt(document, joinPointer('', ...tokens));
  return isObject(parameter) && typeof parameter.name === 'string' ? parameter.name : (tokens.at(-1) ?? '');
}

/** An entry of a schema's `required`, or the flag of a parameter, a header or a request body. */
function requiredName(document: JsonObject, tokens: string[]): string {
  const value = valueAt(document, joinPointer('', ...tokens));
  return typeof value === 'string' ? value : parameterName(document, tokens.slice(0, -1));
}

function keywordOf(tokens: string[]): string {
  return tokens.at(-1) ?? '';
}

/** The nearest name above a keyword; words that only structure a document are passed over. */
function ownerOf(tokens: string[]): string {
  const structural = new Set(['schema', 'items', 'then', 'else', 'if', 'content']);
  return tokens.slice(0, -1).findLast((token) => !structural.has(token)) ?? '';
}

function schemes(document: JsonObject, pointer: string): Html {
  const requirement = valueAt(document, pointer);
  const names = isObject(requirement) ? Object.keys(requirement) : [];
  return names.length > 0 ? html`<code>${names.join(' + ')}</code>` : html`not needed`;
}
