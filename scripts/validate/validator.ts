import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { isObject, parsePointer, valueAt } from '../json/pointer.ts';
import { followReference, type Located } from '../json/reference.ts';
import type { Json, JsonObject } from '../model/json.ts';
import { boundedRegExp } from './boundedRegExp.ts';
import { equals } from './equals.ts';
import { pointerIndex } from './pointerIndex.ts';
import { recursiveSchemas } from './recursiveSchemas.ts';
import { type SchemaError, schemaErrors } from './schemaErrors.ts';
import { within } from './within.ts';

/** Judges values by the schemas of one document. */
interface Validator {
  /**
   * What the schema at a JSON pointer of the document has against a value (JSON Schema 2020-12, formats asserted);
   * nothing where the pointer leads to no schema, or where the verdict would take longer than a few seconds.
   * @throws {Error} if the schema there cannot be compiled
   */
  errors(pointer: string, value: Json): SchemaError[];
}

const id = 'document:';

/** How long a verdict may take by a schema whose work grows with the value's depth without bound. In milliseconds. */
const patience = 3000;

const validators = new WeakMap<JsonObject, Validator>();

/** The validator of a document; one each, since compiled schemas are worth keeping. */
export function validatorOf(document: JsonObject): Validator {
  const known = validators.get(document);
  if (known) return known;
  const made = createValidator(document);
  validators.set(document, made);
  return made;
}

function createAjv(document: JsonObject): Ajv2020 {
  // `strict: false`: OpenAPI's and our own keywords stand beside JSON Schema's. `verbose` brings the judging schema object.
  const ajv = new Ajv2020({
    strict: false,
    allErrors: true,
    verbose: true,
    // What an object inherits, `constructor` say, is no member of a JSON value.
    ownProperties: true,
    // 0.07 is a multiple of 0.01, though not in binary fractions.
    multipleOfPrecision: 9,
    validateSchema: false,
    logger: false,
    // Long schemas are compiled once, not wherever they are referred to; their code runs too seldom to be worth optimizing.
    inlineRefs: 20,
    code: { regExp, optimize: false },
  });
  formats.default(ajv);
  ajv.addKeyword(equals);
  ajv.addSchema(document, id);
  return ajv;
}

function createValidator(document: JsonObject): Validator {
  let ajv = createAjv(document);
  let isCompiling = false;
  const index = pointerIndex(document);
  const isRecursive = recursiveSchemas(document);
  const compiled = new Map<string, Compiled>();
  const compile = (pointer: string) => {
    // Who gave up waiting for a compilation left it half done: Ajv would take it for a whole one.
    if (isCompiling) ajv = createAjv(document);
    isCompiling = true;
    try {
      return ajv.getSchema(id + fragment(pointer));
    } finally {
      isCompiling = false;
    }
  };
  const at = (given: string): Compiled => {
    const known = compiled.get(given);
    if (known) return known;
    const { node, pointer } = referred(document, given);
    const made = compiled.get(pointer) ?? {
      validate: compile(pointer),
      root: pointer,
      isRecursive: isRecursive(node),
    };
    compiled.set(pointer, made).set(given, made);
    return made;
  };
  return {
    errors(pointer, value) {
      const { validate, root, isRecursive: isDeep } = at(pointer);
      if (!validate) return [];
      const isLong = isDeep && typeof value === 'object';
      const isValid = isLong ? within(patience, () => validate(value)) : validate(value);
      if (isValid ?? true) return [];
      return schemaErrors((validate.errors ?? []) as ErrorObject[], { document, root, index });
    },
  };
}

interface Compiled {
  /** Nothing where there is no schema. */
  validate: ValidateFunction | undefined;
  /** JSON pointer of the schema that judges. */
  root: string;
  isRecursive: boolean;
}

/** In place of a schema that only refers, what it refers to: a component is compiled once, wherever it is used. */
function referred(document: JsonObject, pointer: string): Located {
  const at = { node: valueAt(document, pointer) ?? null, pointer };
  return (onlyRefers(at.node) ? followReference(document, at) : undefined) ?? at;
}

const silent = new Set(['$ref', 'description', 'x-inferred', 'x-conflict']);

function onlyRefers(node: Json): boolean {
  return isObject(node) && Object.keys(node).every((keyword) => silent.has(keyword));
}

/** Ajv names what it makes of a pattern by `code`, and keeps one of each text. */
const regExp = Object.assign((pattern: string) => boundedRegExp(pattern), { code: 'boundedRegExp' });

/** A pointer as a URI fragment (RFC 6901 section 6). */
function fragment(pointer: string): string {
  const tokens = parsePointer(pointer).map((token) =>
    // No URI can name half a surrogate pair: there is no schema at such a pointer, then.
    encodeURIComponent(token.replaceAll('~', '~0').replaceAll('/', '~1').toWellFormed()),
  );
  return ['#', ...tokens].join('/');
}
