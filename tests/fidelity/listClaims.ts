import { escapeToken, valueAt } from '../../scripts/json/pointer.ts';
import type { Json } from '../../scripts/model/json.ts';
import type { Operation } from '../../scripts/model/operation.ts';
import type { Statement } from '../../scripts/model/statement.ts';

/** A statement of a document, addressed as facts are, with what it says. */
export interface Claim {
  address: string;
  value: Json | undefined;
  statement: Statement;
}

/** Every statement of an operation, its callbacks' included. */
export function listClaims(operation: Operation): Claim[] {
  return operation.statements.map((statement) => {
    const value = valueAt(operation.document, statement.pointer);
    return { address: addressOf(operation, statement, value), value, statement };
  });
}

function addressOf(operation: Operation, { kind, usage }: Statement, value: Json | undefined): string {
  const parameter = operation.parameters.find((one) => isWithin(usage, one.usage));
  if (parameter) {
    return `parameters/${parameter.in}.${escapeToken(parameter.name)}${usage.slice(parameter.usage.length)}`;
  }
  const alternative = operation.security.find((one) => one.usage === usage);
  if (alternative) return `security/${alternative.schemes.map(({ name }) => name).join(' + ')}`;
  const address = usage.slice(operation.usage.length + 1);
  return kind === 'required' && typeof value === 'string'
    ? address.replace(/\d+$/, () => escapeToken(value))
    : address;
}

function isWithin(usage: string, above: string): boolean {
  return usage === above || usage.startsWith(`${above}/`);
}
