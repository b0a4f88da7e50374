import { isObject } from '../../json/pointer.ts';
import { followReferences } from '../../json/reference.ts';
import type { JsonObject } from '../../model/json.ts';
import { isDisplayed } from './displayed.ts';
import { childrenOf, type NodeKind } from './nodes.ts';
import type { Note, Notes } from './placeNotes.ts';

interface Gathering {
  document: JsonObject;
  notes: Notes;
}

/**
 * The notes to show at a displayed node: its own, and those of every node below it, through `$ref`s, down to the next
 * displayed ones. Their tokens are relative to it.
 */
export function gatherNotes(gathering: Gathering, kind: NodeKind, node: JsonObject): Note[] {
  return gather({ ...gathering, visited: new Set() }, { kind, node, tokens: [] });
}

interface At {
  kind: NodeKind;
  node: JsonObject;
  tokens: string[];
}

function gather(gathering: Gathering & { visited: Set<JsonObject> }, { kind, node, tokens }: At): Note[] {
  if (gathering.visited.has(node)) return [];
  gathering.visited.add(node);
  const own = gathering.notes.get(node) ?? [];
  const target = followReferences(gathering.document, { node, pointer: '' })?.node;
  return [
    ...own.map(({ doubt, tokens: rest }) => ({ doubt, tokens: [...tokens, ...rest] })),
    ...(isObject(target) ? gather(gathering, { kind, node: target, tokens }) : []),
    ...childrenOf(kind, node)
      .filter((child) => !isDisplayed(child.kind))
      .flatMap((child) => gather(gathering, { ...child, tokens: [...tokens, ...child.tokens] })),
  ];
}
