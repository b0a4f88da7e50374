import type { NodeKind } from './nodes.ts';

/**
 * The nodes whose description Redoc shows where they are used. Not so a media type, nor the schema of a body or a
 * parameter, nor a list's items: what concerns those is shown at the node above.
 */
const displayed: ReadonlySet<NodeKind> = new Set([
  ...(['operation', 'parameter', 'request-body', 'response'] as const),
  ...(['header', 'property', 'security-scheme'] as const),
]);

export function isDisplayed(kind: NodeKind): boolean {
  return displayed.has(kind);
}
