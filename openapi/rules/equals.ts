import type { UserContext } from '@redocly/openapi-core';
import { isObject } from '../../scripts/json/pointer.ts';
import { dereference, type Spot } from './follow.ts';

/** `x-equals` stands on a property and names a sibling of it. Give it every node, parents before children. */
export function equalsChecker() {
  const properties = new WeakSet<object>();
  return {
    visit(spot: Spot, context: UserContext): void {
      if (context.type.name === 'SchemaProperties') visitProperties({ spot, context, properties });
      if (context.type.name === 'Schema') visitSchema({ spot, context, properties });
    },
  };
}

interface Visit {
  readonly spot: Spot;
  readonly context: UserContext;
  /** The schemas known to be properties. */
  readonly properties: WeakSet<object>;
}

function visitProperties({ spot: { node, location }, context, properties }: Visit): void {
  if (!isObject(node)) return;
  for (const [name, schema] of Object.entries(node)) {
    const property = { node: schema, location: location.child([name]) };
    const target = dereference(property, context.resolve);
    for (const layer of new Set([schema, target?.node])) {
      if (!isObject(layer) || typeof layer['x-equals'] !== 'string') continue;
      properties.add(layer);
      const sibling = layer['x-equals'];
      if (sibling !== name && Object.hasOwn(node, sibling)) continue;
      const others = Object.keys(node).filter((other) => other !== name);
      const message = `x-equals names \`${sibling}\`, which is no sibling of \`${name}\`. Siblings: ${others.join(', ')}.`;
      context.report({ message, location: property.location });
    }
  }
}

function visitSchema({ spot: { node, location }, context, properties }: Visit): void {
  if (!isObject(node) || node['x-equals'] === undefined || properties.has(node)) return;
  if (typeof node['x-equals'] !== 'string') return;
  const message = 'x-equals compares a property with a sibling. This schema is no property: move it to one.';
  context.report({ message, location: location.child(['x-equals']).key() });
}
