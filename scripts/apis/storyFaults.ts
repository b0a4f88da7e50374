import { isObject, joinPointer } from '../json/pointer.ts';
import type { Json, JsonObject } from '../model/json.ts';

export interface StoryFault {
  /** Into the document of the stories. */
  pointer: string;
  message: string;
  /** What to change, as one sentence. */
  repair: string;
}

/**
 * What keeps the stories of an Arazzo document from being told, beyond what Arazzo itself asks: each step asks an operation of
 * the API by its operationId, and nobody else, so that what a story sends is known before it is sent.
 * @param operationIds of the API; without them, no step is at fault for the operation that it names
 */
export function storyFaults(document: Json, operationIds: ReadonlySet<string> | undefined): StoryFault[] {
  const root = isObject(document) ? document : {};
  return [
    ...sourceFaults(root.sourceDescriptions),
    ...entries(root.workflows, '/workflows').flatMap(({ node, pointer }) => [
      ...inputFaults(node, pointer),
      ...entries(node.steps, joinPointer(pointer, 'steps')).flatMap((step) => stepFaults(step, operationIds)),
    ]),
  ];
}

/** The operationId alone: with several sources it stands as `$sourceDescriptions.<name>.<operationId>`. */
export function operationIdOf({ operationId }: JsonObject): string | undefined {
  if (typeof operationId !== 'string') return undefined;
  return operationId.replace(/^\$sourceDescriptions\.[^.]+\./, '');
}

function sourceFaults(sources: Json | undefined): StoryFault[] {
  const [only, ...others] = Array.isArray(sources) ? sources : [];
  if (isObject(only) && only.type === 'openapi' && others.length === 0) return [];
  const repair = 'Name the document of the API as the only source, with `type: openapi`.';
  return [{ pointer: '/sourceDescriptions', message: 'the stories of an API have one source', repair }];
}

function inputFaults({ inputs }: JsonObject, pointer: string): StoryFault[] {
  if (inputs === undefined) return [];
  const at = joinPointer(pointer, 'inputs');
  const properties = isObject(inputs) ? inputs.properties : undefined;
  if (!isObject(properties)) {
    const repair = 'Write the inputs out: `type: object` with `properties`.';
    return [{ pointer: at, message: 'the inputs of the story cannot be read', repair }];
  }
  return Object.entries(properties)
    .filter(([, property]) => !isObject(property) || property.default === undefined)
    .map(([name]) => ({
      pointer: joinPointer(at, 'properties', name),
      message: `the input \`${name}\` has no default`,
      repair: 'Add a `default`, visibly fake, with which the story can be told to the mock.',
    }));
}

function stepFaults(
  { node, pointer }: { node: JsonObject; pointer: string },
  operationIds: ReadonlySet<string> | undefined,
): StoryFault[] {
  const operationId = operationIdOf(node);
  if (operationId === undefined || node['x-operation'] !== undefined) {
    const repair = 'Name an operation of the API by `operationId`, and nothing else to ask.';
    return [{ pointer, message: 'the step asks no operation by its operationId', repair }];
  }
  if (!operationIds || operationIds.has(operationId)) return [];
  const message = `the API has no operation \`${operationId}\``;
  return [
    { pointer: joinPointer(pointer, 'operationId'), message, repair: 'Correct the name, or the step.' },
  ];
}

function entries(list: Json | undefined, pointer: string): { node: JsonObject; pointer: string }[] {
  return (Array.isArray(list) ? list : []).flatMap((node, index) =>
    isObject(node) ? [{ node, pointer: joinPointer(pointer, index) }] : [],
  );
}
