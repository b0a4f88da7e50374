import { isObject } from '../../../scripts/json/pointer.ts';
import type { RequestInputs } from '../../../scripts/model/case.ts';
import type { Json } from '../../../scripts/model/json.ts';
import type { Operation, SchemaPlace } from '../../../scripts/model/operation.ts';
import type { StatedPlace } from '../../../scripts/model/statement.ts';
import { allParts, itemSchemas, namedMember } from '../../../scripts/validate/memberSchemas.ts';

/** That input of a request of which the sources say the least: a server may not know it. `undefined` where all are documented. */
export function weakestInput(operation: Operation, inputs: RequestInputs): StatedPlace | undefined {
  const parameters = operation.parameters.filter((one) => inputs[one.in]?.[one.name] !== undefined);
  const media = operation.requestBody?.content.find(({ name }) => name === inputs.contentType);
  const stated = [...parameters, ...(media ? [media] : [])].map(({ usage }) => operation.statementAt(usage));
  const { body } = inputs;
  const fields = media?.schema && body !== undefined ? statedFields(operation, [media.schema], body) : [];
  return weakest([...stated, ...fields]);
}

function weakest(stated: StatedPlace[]): StatedPlace | undefined {
  return stated.find(({ evidence }) => evidence !== 'documented');
}

/** What is stated of each field of a body, however deep. */
function statedFields(operation: Operation, places: SchemaPlace[], value: Json): StatedPlace[] {
  const parts = allParts(operation.document, places);
  if (Array.isArray(value)) {
    return value.flatMap((item, index) => statedFields(operation, itemSchemas(parts, index), item));
  }
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([name, member]) => {
    const named = namedMember(parts, name);
    return [...statedField(operation, named), ...statedFields(operation, named, member)];
  });
}

/** Of several descriptions of a field, one that is documented is enough. */
function statedField(operation: Operation, named: SchemaPlace[]): StatedPlace[] {
  const stated = named.map(({ usage }) => operation.statementAt(usage));
  return stated.some(({ evidence }) => evidence === 'documented') ? [] : stated;
}
