import { unbreakable } from '../../../../scripts/cases/unbreakable.ts';
import type { Json } from '../../../../scripts/model/json.ts';
import type { Operation } from '../../../../scripts/model/operation.ts';
import type { Statement } from '../../../../scripts/model/statement.ts';
import type { Mutation } from '../mutant.ts';
import type { FaultFamily, PlacedFault, Subject } from '../subject.ts';
import { excuseForLess, harmlessLess } from './harmless.ts';
import { mutantFaults } from './mutantFaults.ts';
import { keywordOf, requestStatements } from './requestStatements.ts';

/** A server that does not look at one statement of what it is sent: everything else it holds the request to. */
export const ignored: FaultFamily = (subject) =>
  requestStatements(subject.operation)
    .filter(({ kind }) => kind === 'keyword' || kind === 'required')
    .flatMap((statement) => faultsOf(subject, statement));

function faultsOf(subject: Subject, statement: Statement): PlacedFault[] {
  const { operation } = subject;
  const excuse = excuseForLess(operation, statement);
  const leftOut = unbreakable(operation, statement) ?? harmlessLess(operation, statement);
  const fault = (name: string, mutation: Mutation, because = leftOut) =>
    mutantFaults(subject, { name, statement, mutation, asks: 'less', excuse, leftOut: because });
  if (statement.kind === 'required') return fault('does not miss a required input', notRequired);
  const keyword = keywordOf(statement);
  const isNull = keyword === 'type' ? fault('takes null', alsoNull, noNull(operation, statement)) : [];
  return [...fault(`does not look at ${keyword}`, without), ...isNull];
}

/** What travels as text, in a parameter without a media type, or in a form, is never null. */
function noNull(operation: Operation, statement: Statement): string | undefined {
  const { parameters, requestBody } = operation;
  const { usage } = statement;
  const parameter = parameters.find((one) => usage.startsWith(`${one.usage}/`));
  const media = requestBody?.content.find((one) => usage.startsWith(`${one.usage}/`));
  const isText = parameter ? parameter.mediaType === undefined : !/[/+]json$/.test(media?.name ?? '');
  return isText ? 'what travels as text is never null' : harmlessLess(operation, statement);
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
