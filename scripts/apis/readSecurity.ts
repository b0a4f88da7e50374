import { isObject, joinPointer } from '../json/pointer.ts';
import type { Json } from '../model/json.ts';
import type { SecurityRequirement, SecurityScheme } from '../model/securityScheme.ts';
import { children, type Node, text } from './readNode.ts';
import { readToken } from './readToken.ts';

const schemeTypes = ['apiKey', 'http', 'oauth2', 'openIdConnect', 'mutualTLS'] as const;
const keyLocations = ['header', 'query', 'cookie'] as const;

/** `components.securitySchemes` of the root. */
export function readSecuritySchemes(root: Node): SecurityScheme[] {
  const components = root.node.components;
  if (!isObject(components)) return [];
  const at: Node = {
    document: root.document,
    node: components,
    pointer: '/components',
    usage: '/components',
  };
  return children(at, 'securitySchemes').flatMap(([name, scheme]) => readScheme(name, scheme) ?? []);
}

function readScheme(name: string, { node, pointer }: Node): SecurityScheme | undefined {
  const type = schemeTypes.find((known) => known === node.type);
  if (!type) return undefined;
  const location = keyLocations.find((known) => known === node.in);
  const authScheme = text(node['x-auth-scheme']) || (type === 'http' ? text(node.scheme) : '');
  const token = readToken(node['x-token']);
  return {
    name,
    type,
    ...(location && { in: location, parameterName: text(node.name) }),
    ...(authScheme && { authScheme }),
    ...(token && { token }),
    pointer,
  };
}

/**
 * The alternatives of an operation's security: its own, or else the root's (OpenAPI 3.1 section 4.8.10). Those of the
 * root are addressed, in `usage`, as if they stood on the operation: that is where a mark for them stands.
 */
export function readSecurity(root: Node, operation: Node): SecurityRequirement[] {
  const own = operation.node.security;
  const [list, pointer] = Array.isArray(own)
    ? [own, joinPointer(operation.pointer, 'security')]
    : [root.node.security, '/security'];
  if (!Array.isArray(list)) return [];
  return list.map((requirement, index) => ({
    schemes: readRequirement(requirement),
    pointer: joinPointer(pointer, index),
    usage: joinPointer(operation.usage, 'security', index),
  }));
}

function readRequirement(requirement: Json): SecurityRequirement['schemes'] {
  if (!isObject(requirement)) return [];
  return Object.entries(requirement).map(([name, scopes]) => ({
    name,
    scopes: Array.isArray(scopes) ? scopes.map(text).filter(Boolean) : [],
  }));
}
