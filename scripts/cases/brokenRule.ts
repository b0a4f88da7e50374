import { removeAt } from '../json/change.ts';
import { isObject, joinPointer, member, parsePointer, valueAt } from '../json/pointer.ts';
import type { RequestInputs } from '../model/case.ts';
import type { Json, JsonObject } from '../model/json.ts';
import type { Place } from '../model/place.ts';
import { allParts } from '../validate/memberSchemas.ts';
import type { SchemaError } from '../validate/schemaErrors.ts';
import { branches, requiredOf, schemaParts } from '../validate/schemaParts.ts';
import { usageOfError } from '../validate/usageOfError.ts';
import { validatorOf } from '../validate/validator.ts';
import { conditionWords } from './conditionWords.ts';
import type { CaseContext } from './context.ts';
import type { InputPlace } from './inputPlace.ts';
import { requestErrors } from './requestErrors.ts';

/** A rule that asks for a member of an object because of what else is in it. */
interface BrokenRule {
  breaks: Place;
  /** Where the validator tells of it. */
  seenAt: string;
  /** `when role is dentist`, `with password_confirmation` */
  reason: string;
}

interface Removal {
  inputs: RequestInputs;
  object: InputPlace;
  name: string;
}

/** The one rule that is broken without a member that is not simply required; `undefined` where it is none, or several. */
export function brokenRule(context: CaseContext, { inputs, object, name }: Removal): BrokenRule | undefined {
  const { operation, media } = context;
  const place = media?.schema;
  const { body } = inputs;
  const plain = schemaParts(operation.document, object.schema);
  if (!place || body === undefined || requiredOf(plain).has(name)) return undefined;
  const at = object.pointer.slice('/body'.length);
  const value = removeAt(body, joinPointer(at, name));
  const [error, ...more] = requestErrors(operation.document, place, value);
  if (!error || more.length > 0 || error.valuePointer !== at || isCount(error)) return undefined;
  const usage = usageOfError({ document: operation.document, place, value }, error);
  if (usage === undefined) return undefined;
  const seen = { pointer: error.documentPointer, usage };
  const before = valueAt(body, at) ?? null;
  const branch = branchThatAsks(operation.document, { object, seen, before, name });
  return {
    breaks: branch?.entry ?? seen,
    // Of a branch that the request takes, `negative` looks into the branch.
    seenAt: (branch?.entry ?? seen).pointer,
    reason: branch ? branch.reason : reasonOf(operation.document, { seen, name, before }),
  };
}

function isCount({ keyword }: SchemaError): boolean {
  return keyword === 'minProperties' || keyword === 'maxProperties';
}

interface Seen {
  seen: Place;
  name: string;
  /** The object with the member. */
  before: Json;
}

/** Of `oneOf` or `anyOf`, the branch that the object was of, and its own `required`. */
function branchThatAsks(document: JsonObject, { object, seen, before, name }: Seen & { object: InputPlace }) {
  const keyword = parsePointer(seen.pointer).at(-1) ?? '';
  if (keyword !== 'oneOf' && keyword !== 'anyOf') return undefined;
  const holder = allParts(document, [object.schema]).find(
    ({ pointer }) => joinPointer(pointer, keyword) === seen.pointer,
  );
  const own = (holder ? branches(holder, keyword) : []).find(
    ({ pointer }) => validatorOf(document).errors(pointer, before).length === 0,
  );
  const entry = own && requiredOf(schemaParts(document, own)).get(name);
  return own && entry ? { entry, reason: conditionWords(document, own) ?? keyword } : undefined;
}

function reasonOf(document: JsonObject, { seen, name, before }: Seen): string {
  const tokens = parsePointer(seen.pointer);
  const last = tokens.at(-1) ?? '';
  if (last === 'dependentRequired') {
    const lists = valueAt(document, seen.pointer);
    const triggers = isObject(lists) ? Object.entries(lists) : [];
    const trigger = triggers.find(
      ([one, names]) => member(before, one) !== undefined && Array.isArray(names) && names.includes(name),
    );
    return trigger ? `with ${trigger[0]}` : last;
  }
  const consequence = tokens.findLastIndex((one) => one === 'then' || one === 'else');
  if (consequence < 0) return last;
  const holder = joinPointer('', ...tokens.slice(0, consequence));
  const condition = valueAt(document, joinPointer(holder, 'if'));
  const words = conditionWords(document, {
    schema: condition ?? {},
    pointer: joinPointer(holder, 'if'),
    usage: '',
  });
  return words && tokens[consequence] === 'then' ? words : `by ${tokens[consequence]}`;
}
