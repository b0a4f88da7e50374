import { isObject, joinPointer } from '../json/pointer.ts';
import type { Json, JsonObject } from '../model/json.ts';
import { mapNodes } from './mapNodes.ts';
import { marksByName } from './marksByName.ts';
import { leftOut } from './nothingKnown.ts';
import { operationNames } from './operationNames.ts';
import type { UnusableParts } from './unusable.ts';

const locations = ['path', 'query', 'header', 'cookie'];

/** A document whose operations have names of their own and inputs that can be sent, as far as they are known. */
export function cleanOperations(document: JsonObject, unusable: UnusableParts): JsonObject {
  const paths = isObject(document.paths) ? document.paths : {};
  for (const path of Object.keys(paths)) {
    if (!path.startsWith('/') && !path.startsWith('x-'))
      unusable.add(joinPointer('/paths', path), 'a path begins with /');
  }
  const names = operationNames(document);
  return mapNodes(document, (node, { kind, pointer }) => {
    if (!isObject(node)) return node;
    switch (kind) {
      case 'operation': {
        const operationId = names.get(pointer);
        return operationId === undefined
          ? node
          : withoutInterim({ ...marksByName(node, pointer), operationId }, { pointer, unusable });
      }
      case 'parameter':
        return cleanParameter(node, { pointer, unusable });
      case 'requestBody':
        return isObject(node.content) ? { ...node, content: withoutRanges(node.content) } : node;
      default:
        return node;
    }
  });
}

/** What comes before the answer is none (RFC 9110 section 15.2): nobody could be asked for it. */
function withoutInterim(
  node: JsonObject,
  { pointer, unusable }: { pointer: string; unusable: UnusableParts },
) {
  const { responses } = node;
  if (!isObject(responses)) return node;
  const interim = Object.keys(responses).filter((status) => /^1(\d\d|XX)$/i.test(status));
  if (interim.length === 0) return node;
  for (const status of interim)
    unusable.add(joinPointer(pointer, 'responses', status), 'an interim response is no answer');
  const kept = Object.entries(responses).filter(([status]) => !interim.includes(status));
  return { ...node, responses: Object.fromEntries(kept) };
}

function cleanParameter(
  node: JsonObject,
  { pointer, unusable }: { pointer: string; unusable: UnusableParts },
): Json | undefined {
  if (node[leftOut] === true || node.$ref !== undefined) return node;
  const { name, in: location } = node;
  if (typeof name !== 'string' || name === '' || !locations.some((known) => known === location)) {
    const where = JSON.stringify(location)?.slice(0, 100) ?? 'nothing';
    unusable.add(
      pointer,
      `a parameter has a name, and is in ${locations.join(', ')}; this one is in ${where}`,
    );
    return node.required === true ? { [leftOut]: true } : undefined;
  }
  // A path without it is another path (OpenAPI 3.1 section 4.8.12.2).
  return location === 'path' ? { ...node, required: true } : node;
}

/** A range (`*\/*`) names no type that a request could have; JSON is of every range that admits it. */
function withoutRanges(content: JsonObject): JsonObject {
  const json = 'application/json';
  const entries = Object.entries(content).flatMap(([name, media]): [string, Json][] => {
    const isRange = name === '*/*' || name === 'application/*';
    if (!isRange) return [[name, media]];
    return Object.hasOwn(content, json) ? [] : [[json, media]];
  });
  return Object.fromEntries(entries);
}
