import type { ErrorObject } from 'ajv/dist/2020.js';
import { joinPointer } from '../json/pointer.ts';
import type { Json } from '../model/json.ts';

/** One keyword that a value does not obey. */
export interface SchemaError {
  keyword: string;
  /** JSON pointer of the keyword in the document; of the entry, for `required`. */
  documentPointer: string;
  /** JSON pointer into the value. */
  valuePointer: string;
  /** What the keyword asks for, without the value: `must be integer`. */
  message: string;
  /** The property that is missing, or is not allowed. */
  property?: string;
}

/** Ajv's errors, each with the pointer of its keyword; those of branches give way to the `oneOf` or `anyOf` they belong to. */
export function schemaErrors(errors: ErrorObject[], index: WeakMap<object, string>): SchemaError[] {
  return withoutBranches(errors).map((error) => ({
    keyword: error.keyword,
    documentPointer: keywordPointer(error, index),
    valuePointer: error.instancePath,
    message: describe(error),
    ...propertyOf(error),
  }));
}

const branching = new Set(['oneOf', 'anyOf', 'not', 'if', 'contains']);

function withoutBranches(errors: ErrorObject[]): ErrorObject[] {
  const branches = errors.filter((error) => branching.has(error.keyword) && error.keyword !== 'if');
  return errors.filter(
    (error) =>
      error.keyword !== 'if' &&
      !branches.some((branch) => branch !== error && error.schemaPath.startsWith(`${branch.schemaPath}/`)),
  );
}

function keywordPointer(
  { keyword, parentSchema, params }: ErrorObject,
  index: WeakMap<object, string>,
): string {
  const schema = (parentSchema && index.get(parentSchema)) ?? '';
  const at = joinPointer(schema, keyword);
  if (keyword !== 'required') return at;
  const names = (parentSchema?.required ?? []) as Json[];
  return joinPointer(at, names.indexOf(params.missingProperty));
}

function propertyOf({ params }: ErrorObject): Pick<SchemaError, 'property'> {
  const property = params.missingProperty ?? params.additionalProperty ?? params.unevaluatedProperty;
  return typeof property === 'string' ? { property } : {};
}

function describe(error: ErrorObject): string {
  if (error.keyword === 'enum') return `must be one of ${JSON.stringify(error.params.allowedValues)}`;
  if (error.keyword === 'const') return `must be ${JSON.stringify(error.params.allowedValue)}`;
  return error.message ?? `must obey ${error.keyword}`;
}
