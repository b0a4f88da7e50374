import type { JsonObject } from '../../../scripts/model/json.ts';
import type { Input, Limit } from './page.ts';

/** What a page states of an input's value, as schema keywords; rules that reach beyond the input are not among them. */
export function schemaFacts({ type, limits }: Pick<Input, 'limits' | 'type'>): JsonObject {
  return Object.assign(typeFacts(type), ...limits.map(limitFacts));
}

function typeFacts(type: string): JsonObject {
  if (type.endsWith('[]')) return { type: 'array', items: typeFacts(type.slice(0, -2)) };
  // The bytes of a file are a string to JSON Schema: OpenAPI 3.1 section 4.8.14.3.
  return { type: type === 'file' ? 'string' : type };
}

function limitFacts(limit: Limit): JsonObject {
  switch (limit.kind) {
    case 'equals':
      return { 'x-equals': limit.input };
    case 'format':
      return { format: limit.value === 'file' ? 'binary' : limit.value };
    case 'requiredWhen':
      return {};
    case 'enum':
      return { enum: [...limit.value] };
    default:
      return { [limit.kind]: limit.value };
  }
}
