import { unbreakable } from '../../../../scripts/cases/unbreakable.ts';
import { isObject, valueAt } from '../../../../scripts/json/pointer.ts';
import type { Json } from '../../../../scripts/model/json.ts';
import type { Operation } from '../../../../scripts/model/operation.ts';
import type { Statement } from '../../../../scripts/model/statement.ts';
import { isRefusal, isSuccess } from '../../faults/conditions.ts';
import { type Mutation, mutantServer } from '../mutant.ts';
import type { FaultFamily, PlacedFault, Subject } from '../subject.ts';

/** A server that does not look at one statement of what it is sent: everything else it holds the request to. */
export const ignored: FaultFamily = (subject) =>
  requestStatements(subject.operation).flatMap((one) => faultsOf(subject, one));

/** What a document states of an operation's requests. */
export function requestStatements({ statements, usage }: Operation): Statement[] {
  return statements.filter(
    (one) => !one.usage.startsWith(`${usage}/responses/`) && !one.usage.startsWith(`${usage}/callbacks/`),
  );
}

function faultsOf(subject: Subject, statement: Statement): PlacedFault[] {
  const keyword = keywordOf(statement);
  if (statement.kind === 'security') return [];
  if (statement.kind !== 'keyword' && statement.kind !== 'required') return [];
  const leftOut = unbreakable(subject.operation, statement) ?? settledElsewhere(subject.operation, statement);
  const fault = (name: string, mutation: Mutation, why = leftOut) =>
    mutantFaults(subject, {
      ...{ name, statement, mutation, check: 'refuses-invalid' },
      ...(why !== undefined && { leftOut: why }),
    });
  if (statement.kind === 'required') return fault('does not miss a required input', notRequired);
  return [
    ...fault(`does not look at ${keyword}`, without),
    ...(keyword === 'type'
      ? fault(
          'takes null',
          alsoNull,
          isText(subject.operation, statement) ? 'a text can be told from no null' : undefined,
        )
      : []),
  ];
}

/** What a server need not look at, since another statement that it does look at comes to the same. */
function settledElsewhere({ document }: Operation, { pointer }: Statement): string | undefined {
  const schema = valueAt(document, pointer.slice(0, pointer.lastIndexOf('/')));
  const isType = pointer.endsWith('/type') && isObject(schema);
  return isType && (schema.enum ?? schema.const) !== undefined
    ? 'the enumeration has no word of another type'
    : undefined;
}

interface Mutant {
  name: string;
  statement: Statement;
  mutation: Mutation;
  check: PlacedFault['check'];
  /** Why no request can bring it to light. */
  leftOut?: string;
}

/** Whether the value travels as text: in a parameter without a media type, or in a form. */
function isText({ usage, parameters, requestBody }: Operation, statement: Statement): boolean {
  const parameter = parameters.find((one) => statement.usage.startsWith(`${one.usage}/`));
  const media = requestBody?.content.find((one) => statement.usage.startsWith(`${one.usage}/`));
  if (parameter) return parameter.mediaType === undefined;
  return media !== undefined && !/[/+]json$/.test(media.name) && usage !== '';
}

/**
 * The fault of a server that has a document of its own; none where there is nothing to change. Who asks for less accepts
 * what was accepted, and who asks for more refuses what was refused: those answers need no second look.
 */
export function mutantFaults(
  { api, operation }: Subject,
  { name, statement, mutation, check, leftOut }: Mutant,
): PlacedFault[] {
  const { usage } = statement;
  const serve = mutantServer({ api: api.name, operation, usage, mutation });
  if (!serve) return [];
  const applies = check === 'refuses-invalid' ? isRefusal : isSuccess;
  return [{ name, check, place: usage, applies, serve, ...(leftOut !== undefined && { leftOut }) }];
}

export function keywordOf({ usage }: Pick<Statement, 'usage'>): string {
  return usage.slice(usage.lastIndexOf('/') + 1);
}

const without: Mutation = ({ node, key }) => {
  delete node[key];
  if (key === 'if') for (const branch of ['then', 'else']) delete node[branch];
  return true;
};

/** `required` is a flag of a parameter or body, and a list of a schema. */
const notRequired: Mutation = ({ node, key }) => {
  if (Array.isArray(node)) node.splice(Number(key), 1);
  else node[key] = false;
  return true;
};

const alsoNull: Mutation = ({ node, key }) => {
  const types = [node[key] ?? []].flat();
  if (types.includes('null') || node.const !== undefined) return false;
  node[key] = [...types, 'null'] as Json[];
  if (Array.isArray(node.enum)) node.enum = [...node.enum, null];
  return true;
};
