import type { ErrorObject } from 'ajv/dist/2020.js';
import { joinPointer, valueAt } from '../json/pointer.ts';
import { decodeFragment } from '../json/reference.ts';
import type { Json, JsonObject } from '../model/json.ts';
import { withoutBranches } from './branchErrors.ts';

/** One keyword that a value does not obey. */
export interface SchemaError {
  keyword: string;
  /** JSON pointer of the keyword in the document; of the entry, for `required`; of the schema itself, where it is `false`. */
  documentPointer: string;
  /** JSON pointer into the value. */
  valuePointer: string;
  /** What the keyword asks for, without the value: `must be integer`. */
  message: string;
  /** The property that is missing, or is not allowed. */
  property?: string;
}

/** What the errors are about. */
interface Judged {
  document: JsonObject;
  /** JSON pointer of the schema that judged. */
  root: string;
  /** The JSON pointers of the document's objects. */
  index: WeakMap<object, string>;
}

/** Ajv's errors, each with the pointer of its keyword; those of branches give way to the keyword that they belong to. */
export function schemaErrors(errors: ErrorObject[], judged: Judged): SchemaError[] {
  return withoutBranches(errors, judged.document).map((error) => ({
    keyword: error.keyword === 'false schema' ? 'false' : error.keyword,
    documentPointer: keywordPointer(error, judged),
    valuePointer: error.instancePath,
    message: describe(error),
    ...propertyOf(error),
  }));
}

function keywordPointer(error: ErrorObject, judged: Judged): string {
  const { keyword, parentSchema, params } = error;
  if (keyword === 'false schema') return falseSchemaPointer(error, judged);
  const schema = (parentSchema && judged.index.get(parentSchema)) ?? judged.root;
  const at = joinPointer(schema, keyword);
  if (keyword !== 'required') return at;
  const names = (parentSchema?.required ?? []) as Json[];
  return joinPointer(at, names.indexOf(params.missingProperty));
}

/** `false` is no object that could be looked up. Ajv's path starts at the schema that judged, or, behind a `$ref`, at the document. */
function falseSchemaPointer({ schemaPath }: ErrorObject, { document, root }: Judged): string {
  const path = decodeFragment(schemaPath.replace(/^#/, '').replace(/\/false schema$/, ''));
  return valueAt(document, root + path) === false ? root + path : path;
}

function propertyOf({ params }: ErrorObject): Pick<SchemaError, 'property'> {
  const property = params.missingProperty ?? params.additionalProperty ?? params.unevaluatedProperty;
  return typeof property === 'string' ? { property } : {};
}

function describe(error: ErrorObject): string {
  if (error.keyword === 'enum') return `must be one of ${JSON.stringify(error.params.allowedValues)}`;
  if (error.keyword === 'const') return `must be ${JSON.stringify(error.params.allowedValue)}`;
  if (error.keyword === 'false schema') return 'must not be there';
  return error.message ?? `must obey ${error.keyword}`;
}
