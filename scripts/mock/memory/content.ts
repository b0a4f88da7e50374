import { isObject, joinPointer, parsePointer } from '../../json/pointer.ts';
import { followReferences } from '../../json/reference.ts';
import type { Json, JsonObject } from '../../model/json.ts';
import { type FormShape, formShape } from '../../validate/formShape.ts';
import { validatorOf } from '../../validate/validator.ts';
import { answerSchema, type DescribedAt } from '../answerSchema.ts';
import type { Answer } from '../http/answer.ts';

/** The JSON content of a described answer, in place of which another can be answered that obeys the same schema. */
export interface Content {
  example: Json;
  /** The members that the schema describes at a pointer into the content; the index of an item does not matter. */
  shapeAt(pointer: string): FormShape;
  /** The members of what stands at a pointer that are against the schema; `''` for what is not of one member. */
  faultsAt(pointer: string, content: Json): ReadonlySet<string>;
  answerWith(content: Json): Answer;
}

/** `undefined`: the answer is not JSON, or the document has no schema for it. */
export function contentOf(answer: Answer, at: DescribedAt): Content | undefined {
  const schema = answer.body && answerSchema(at, answer);
  if (!schema || !answer.body) return undefined;
  const { document } = at;
  return {
    example: JSON.parse(answer.body.toString()) as Json,
    shapeAt: (pointer) => shapeAt({ schema: schema.node, document }, parsePointer(pointer)),
    faultsAt: (pointer, content) =>
      new Set(
        validatorOf(document)
          .errors(schema.pointer, content)
          .map(({ valuePointer, property }) => faultyMember(pointer, joined(valuePointer, property))),
      ),
    answerWith: (content) => ({ ...answer, body: Buffer.from(JSON.stringify(content)) }),
  };
}

function joined(pointer: string, property: string | undefined): string {
  return property === undefined ? pointer : joinPointer(pointer, property);
}

function faultyMember(holder: string, pointer: string): string {
  if (!pointer.startsWith(`${holder}/`)) return '';
  return parsePointer(pointer.slice(holder.length))[0] ?? '';
}

function shapeAt(
  { schema, document }: { schema: Json; document: JsonObject },
  tokens: readonly string[],
): FormShape {
  const target = followReferences(document, { node: schema, pointer: '' })?.node ?? schema;
  const [first, ...others] = tokens;
  if (first === undefined) return formShape(target, document);
  if (/^\d+$/.test(first) && isObject(target) && target.items !== undefined) {
    return shapeAt({ schema: target.items, document }, others);
  }
  // Of a list, the fields are those of its items.
  return tokens
    .filter((token) => !/^\d+$/.test(token))
    .reduce<FormShape>((shape, name) => shape.get(name)?.fields() ?? new Map(), formShape(target, document));
}
