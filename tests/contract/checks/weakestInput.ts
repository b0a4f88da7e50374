import { isObject } from '../../../scripts/json/pointer.ts';
import type { RequestInputs } from '../../../scripts/model/case.ts';
import type { Json } from '../../../scripts/model/json.ts';
import type { Operation, SchemaPlace } from '../../../scripts/model/operation.ts';
import type { Evidence } from '../../../scripts/model/statement.ts';
import { allParts, itemSchemas, namedMember } from '../../../scripts/validate/memberSchemas.ts';
import { evidenceAt } from './judgement.ts';

/** The evidence of that input of a request which the sources say the least of: a server may not know it. */
export function weakestInput(operation: Operation, inputs: RequestInputs): Evidence {
  const parameters = operation.parameters.filter((one) => inputs[one.in]?.[one.name] !== undefined);
  const media = operation.requestBody?.content.find(({ name }) => name === inputs.contentType);
  const stated = [...parameters, ...(media ? [media] : [])].map(({ usage }) => evidenceAt(operation, usage));
  const { body } = inputs;
  const fields = media?.schema && body !== undefined ? evidenceOfFields(operation, [media.schema], body) : [];
  return weakest([...stated, ...fields]);
}

function weakest(evidences: Evidence[]): Evidence {
  return evidences.find((one) => one !== 'documented') ?? 'documented';
}

/** Of each field of a body, however deep. */
function evidenceOfFields(operation: Operation, places: SchemaPlace[], value: Json): Evidence[] {
  const parts = allParts(operation.document, places);
  if (Array.isArray(value)) {
    return value.flatMap((item, index) => evidenceOfFields(operation, itemSchemas(parts, index), item));
  }
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([name, member]) => {
    const named = namedMember(parts, name);
    return [evidenceOfField(operation, named), ...evidenceOfFields(operation, named, member)];
  });
}

/** Of several descriptions of a field, one that is documented is enough. */
function evidenceOfField(operation: Operation, named: SchemaPlace[]): Evidence {
  const evidences = named.map(({ usage }) => evidenceAt(operation, usage));
  return evidences.includes('documented') ? 'documented' : weakest(evidences);
}
