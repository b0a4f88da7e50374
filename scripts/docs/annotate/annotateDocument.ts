import { isObject } from '../../json/pointer.ts';
import { followReferences } from '../../json/reference.ts';
import type { Json, JsonObject } from '../../model/json.ts';
import { isDisplayed } from './displayed.ts';
import { escapeMarkdown } from './escapeMarkdown.ts';
import { gatherNotes } from './gatherNotes.ts';
import { childrenOf, type NodeKind } from './nodes.ts';
import { noteMarkdown } from './noteMarkdown.ts';
import { type Note, type Notes, placeNotes } from './placeNotes.ts';

/**
 * A copy of a bundle for Redoc, in which descriptions say what evidence their statements have and operations where
 * they come from. The bundle itself stays as it is.
 */
export function annotateDocument(document: JsonObject): JsonObject {
  const copy = structuredClone(document);
  const notes = placeNotes({ copy, original: document });
  const changes = describeBelow({ document: copy, notes }, { kind: 'document', node: copy, above: [] });
  for (const { node, members } of changes) Object.assign(node, members);
  return copy;
}

interface Describing {
  document: JsonObject;
  notes: Notes;
}

interface At {
  kind: NodeKind;
  node: JsonObject;
  /** Notes of nodes above that have no description on the page: a path item's are shown at its operations. */
  above: readonly Note[];
}

/** New members of a node. They are set once all are known, since a `$ref`'s description follows from its target's. */
interface Change {
  node: JsonObject;
  members: JsonObject;
}

function describeBelow(describing: Describing, { kind, node, above }: At): Change[] {
  const shown = isDisplayed(kind) ? [...above, ...gatherNotes(describing, kind, node)] : [];
  const members = describe(describing, { kind, node, above: shown });
  const passed = kind === 'path-item' ? (describing.notes.get(node) ?? []) : [];
  const below = childrenOf(kind, node).flatMap((child) =>
    describeBelow(describing, { ...child, above: child.kind === 'operation' ? passed : [] }),
  );
  return [...(members ? [{ node, members }] : []), ...below, ...documentChange(describing, kind, node)];
}

function describe(describing: Describing, { kind, node, above: notes }: At): JsonObject | undefined {
  const evidence = noteMarkdown(notes);
  const source = kind === 'operation' ? sourceLine(node['x-source']) : '';
  if (!evidence && !source) return undefined;
  const plain = textOf(describing.document, node, 'description');
  if (kind !== 'response') return { description: paragraphs(plain, evidence, source) };
  // Redoc shows a response's description as a one-line heading, unless `x-summary` takes its place.
  return { 'x-summary': responseHeading(describing, node, notes), description: evidence };
}

function responseHeading({ document }: Describing, node: JsonObject, notes: readonly Note[]): string {
  const heading = textOf(document, node, 'x-summary') || textOf(document, node, 'description');
  const ofItself = notes.find(({ tokens }) => tokens.length === 0);
  return ofItself ? `${heading} (${ofItself.doubt.evidence})` : heading;
}

/** The introduction says what the badges mean. Marks on the document itself have no other place than this. */
function documentChange({ notes }: Describing, kind: NodeKind, node: JsonObject): Change[] {
  if (kind !== 'document' || notes.size === 0 || !isObject(node.info)) return [];
  const plain = typeof node.info.description === 'string' ? node.info.description : '';
  const own = noteMarkdown(notes.get(node) ?? []);
  return [{ node: node.info, members: { description: paragraphs(plain, own, legend) } }];
}

const legend =
  '<span class="evidence inferred">Inferred</span> no source states it; we added it. ' +
  '<span class="evidence conflict">Conflict</span> the sources contradict each other, or themselves; we chose. ' +
  'Everything else is documented. The [open questions](open-questions.html) list both kinds.';

/** A member of a node, or else of what its `$ref` refers to. */
function textOf(document: JsonObject, node: JsonObject, member: string): string {
  const target = followReferences(document, { node, pointer: '' })?.node;
  const text = node[member] ?? (isObject(target) ? target[member] : undefined);
  return typeof text === 'string' ? text : '';
}

function sourceLine(source: Json | undefined): string {
  if (!isObject(source)) return '';
  const section = typeof source.section === 'string' && source.section ? `, “${source.section}”` : '';
  return `<span class="source">Source: ${escapeMarkdown(`${source.document}${section}`)}</span>`;
}

function paragraphs(...texts: string[]): string {
  return texts.filter(Boolean).join('\n\n');
}
