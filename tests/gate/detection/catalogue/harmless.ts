import { isObject, joinPointer, parentPointer, valueAt } from '../../../../scripts/json/pointer.ts';
import type { Operation } from '../../../../scripts/model/operation.ts';
import type { Statement } from '../../../../scripts/model/statement.ts';
import { keywordOf, requestStatements } from './requestStatements.ts';

/** RFC 5321 section 4.5.3.1.3. In characters. */
const longestAddress = 254;

/** Why a server that does not look at a statement is none the worse for it. */
export function harmlessLess(operation: Operation, statement: Statement): string | undefined {
  const schema = valueAt(operation.document, parentPointer(statement.pointer));
  const isSpelled = isObject(schema) && (schema.enum !== undefined || schema.const !== undefined);
  if (isSpelled && keywordOf(statement) === 'type') return 'its words are all of one type';
  const own = inputOf(statement.usage);
  const equals = equalTo(operation, statement).some((name) => says(operation, statement, sibling(own, name)));
  return equals ? 'a field that must be equal to it says the same' : undefined;
}

/** Why it may be that no case can tell a server apart that does not look at a statement. */
export function excuseForLess(operation: Operation, statement: Statement): string | undefined {
  const isSaid = says(operation, statement, inputOf(statement.usage));
  return isSaid ? 'another schema says the same of it' : undefined;
}

/** Why a server that asks for more than a statement does asks for nothing new, or for what no request can bring. */
export function harmlessMore(
  { document, requestBody, statements }: Operation,
  { kind, pointer, usage }: Statement,
): string | undefined {
  const schema = valueAt(document, parentPointer(pointer));
  if (pointer.endsWith('/maxLength') && isObject(schema) && String(schema.format).endsWith('email')) {
    return Number(schema.maxLength) > longestAddress ? 'no address is that long (RFC 5321)' : undefined;
  }
  if (kind !== 'property') return undefined;
  const around = parentPointer(parentPointer(usage));
  const isForm = around.includes('/content/application~1x-www-form-urlencoded/schema');
  if (isForm && !requestBody?.required) return 'a form without fields is no body';
  const rules = valueAt(document, `${parentPointer(parentPointer(pointer))}/dependentRequired`);
  const isRuled = isObject(rules) && statements.some((one) => one.usage === `${around}/dependentRequired`);
  return isRuled && Object.values(rules).flat().includes(keywordOf({ usage }))
    ? 'a rule asks for it already'
    : undefined;
}

/** Whether another statement comes to the same of an input, whichever branch says so. */
function says(operation: Operation, statement: Statement, input: string): boolean {
  return requestStatements(operation).some(
    (one) => one.usage !== statement.usage && inputOf(one.usage) === input && comesTo(statement, one),
  );
}

/** An enumeration says of which type its words are. */
function comesTo(statement: Statement, other: Statement): boolean {
  const keyword = keywordOf(statement);
  return [keyword, ...(keyword === 'type' ? ['enum', 'const'] : [])].includes(keywordOf(other));
}

/** The input that a keyword speaks of, whichever branch says so. */
function inputOf(usage: string): string {
  return parentPointer(usage).replace(/\/(oneOf|anyOf|allOf)\/\d+(?=\/|$)/g, '');
}

/** Names of the fields that a field must be equal to (`x-equals`), either way round. */
function equalTo({ document }: Operation, { pointer }: Statement): string[] {
  const field = parentPointer(pointer);
  const name = field.slice(field.lastIndexOf('/') + 1);
  const fields = valueAt(document, parentPointer(field));
  if (!isObject(fields)) return [];
  return Object.entries(fields).flatMap(([other, schema]) => {
    const equal = isObject(schema) ? schema['x-equals'] : undefined;
    if (other === name) return typeof equal === 'string' ? [equal] : [];
    return equal === name ? [other] : [];
  });
}

function sibling(input: string, name: string): string {
  return joinPointer(parentPointer(input), name);
}
