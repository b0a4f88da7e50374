import type { UserContext } from '@redocly/openapi-core';

type NodeType = UserContext['type'];

/**
 * Why a mark may not stand on a node of this type, and where to put it; nothing where it may.
 * In a map, a key that starts with `x-` is one more entry to some tool, whatever OpenAPI says of extensions.
 */
export function refusedOn(type: NodeType, mark: string): string | undefined {
  if (carriers.has(type.name)) return undefined;
  const repair = repairs[type.name];
  if (repair) return `${repair.because} Move it to the operation: \`${mapOf(mark, repair.pointer)}\`.`;
  if (type.additionalProperties === undefined) {
    return `${mark} has no effect on this node (${type.name}): nothing in or below it is a statement. Take it out.`;
  }
  const where = mapOf(mark, '<relative pointer>');
  return `Here ${mark} is one more entry of a map. Move it to the entry it is about, or to the node above: \`${where}\`.`;
}

/** Why a mark may not stand beside a `$ref` that leads to a node of this type; nothing where it may. */
export function refusedBesideRef(type: NodeType, mark: string): string | undefined {
  if (type.name === 'Schema') return undefined;
  const where = mapOf(mark, pointerTo[type.name] ?? '<relative pointer>');
  return `Only a schema's $ref may have siblings. Move ${mark} to the operation: \`${where}\`, or into the file referred to.`;
}

/** Where the walker that lists the statements reads marks. */
const carriers = new Set([
  ...['PathItem', 'Operation', 'Parameter', 'RequestBody', 'Response', 'Header', 'MediaType', 'Schema'],
]);

const repairs: Readonly<Record<string, { because: string; pointer: string }>> = {
  SecurityRequirement: {
    because: 'Inside a security requirement, each key is the name of a scheme.',
    pointer: 'security/<index>',
  },
  Responses: {
    because: 'On the responses map, a mark becomes a response in the types.',
    pointer: 'responses/<status>',
  },
};

const pointerTo: Readonly<Record<string, string>> = {
  Parameter: 'parameters/<index>',
  RequestBody: 'requestBody',
  Response: 'responses/<status>',
  Header: 'responses/<status>/headers/<name>',
};

function mapOf(mark: string, pointer: string): string {
  return mark === 'x-conflict' ? `x-conflict: [{at: ${pointer}, …}]` : `${mark}: {${pointer}: <reason>}`;
}
