import type { Oas3Rule, UserContext } from '@redocly/openapi-core';
import { isObject } from '../../scripts/json/pointer.ts';
import { equalsChecker } from './equals.ts';
import type { Spot } from './follow.ts';
import { type Carrier, type KnownExtension, knownExtensions } from './knownExtensions.ts';
import { tokenChecker } from './tokens.ts';

/**
 * Our own extensions are well-formed, stand where they mean something, and name things that exist. Any other `x-` key
 * is refused, so that a misspelt one is not silently without effect.
 */
export const extensions: Oas3Rule = () => {
  const equals = equalsChecker();
  const tokens = tokenChecker();
  const visit = (node: unknown, context: UserContext) => {
    const spot = { node, location: context.location };
    reportExtensions(spot, context);
    equals.visit(spot, context);
    tokens.visit(spot, context);
  };
  return {
    any: { enter: visit },
    ref: {
      enter(node, context) {
        // Beside any other $ref, Redocly's spec-ref-siblings refuses whatever it is.
        if (context.type.name === 'Schema') visit(node, context);
      },
    },
    Root: { leave: (_root, { report }) => tokens.faults().forEach(report) },
  };
};

function reportExtensions({ node, location }: Spot, { type, key, report }: UserContext): void {
  if (!isObject(node) || type.extensionsPrefix === undefined) return;
  for (const [name, value] of Object.entries(node)) {
    if (!name.startsWith(type.extensionsPrefix)) continue;
    const message = faultOf({ name, value, type: type.name, carrier: { node, key } });
    if (message) report({ message, location: location.child([name]).key() });
  }
}

interface Found {
  readonly name: string;
  readonly value: unknown;
  readonly type: string;
  readonly carrier: Carrier;
}

function faultOf({ name, value, type, carrier }: Found): string | undefined {
  const known: KnownExtension | undefined = Object.hasOwn(knownExtensions, name)
    ? knownExtensions[name]
    : undefined;
  if (!known) return `Unknown extension \`${name}\`. Known: ${Object.keys(knownExtensions).join(', ')}.`;
  if (known.on && !known.on.includes(type))
    return `${name} belongs on: ${known.on.join(', ')}; this is: ${type}.`;
  return known.fault?.(value, carrier);
}
