import { isObject } from '../../../../scripts/json/pointer.ts';
import type { JsonObject } from '../../../../scripts/model/json.ts';
import type { Statement } from '../../../../scripts/model/statement.ts';
import type { Mutation } from '../mutant.ts';
import type { FaultFamily, Subject } from '../subject.ts';
import { harmlessMore } from './harmless.ts';
import { mutantFaults } from './mutantFaults.ts';
import { keywordOf, requestStatements } from './requestStatements.ts';

/** A server that asks for more than its document does at one place, and so refuses what is valid. */
export const tightened: FaultFamily = (subject) =>
  requestStatements(subject.operation).flatMap((statement) =>
    mutationsOf(subject, statement).flatMap(([name, mutation]) =>
      mutantFaults(subject, {
        name,
        statement,
        mutation,
        asks: 'more',
        leftOut: harmlessMore(subject.operation, statement),
      }),
    ),
  );

type Named = [name: string, mutation: Mutation];

function mutationsOf({ operation }: Subject, statement: Statement): Named[] {
  const { kind } = statement;
  if (kind === 'parameter') {
    return [
      ['does not know a parameter', refusingParameter],
      ['asks for an optional parameter', requireParameter],
    ];
  }
  if (kind === 'property') {
    return [
      ['does not know a field', refusing],
      ['asks for an optional field', requireField],
    ];
  }
  if (kind === 'keyword') return keywordMutations[keywordOf(statement)] ?? [];
  const contents = operation.requestBody?.content ?? [];
  return kind === 'media-type' && contents.length > 1 ? [['does not take a media type', removed]] : [];
}

const removed: Mutation = ({ node, key }) => {
  delete node[key];
  return true;
};

const refusing: Mutation = ({ node, key }) => {
  const schema = node[key];
  node[key] = isObject(schema) ? { ...schema, not: {} } : { not: {} };
  return true;
};

const refusingParameter: Mutation = ({ node, key }) => {
  const parameter = node[key];
  if (!isObject(parameter)) return false;
  node[key] = { ...parameter, schema: { ...(isObject(parameter.schema) && parameter.schema), not: {} } };
  return true;
};

const requireParameter: Mutation = ({ node, key }) => {
  const parameter = node[key];
  if (!isObject(parameter) || parameter.required === true) return false;
  node[key] = { ...parameter, required: true };
  return true;
};

/** What stands above `properties` is the schema that they are of. */
const requireField: Mutation = ({ key, above }) => {
  const required = Array.isArray(above.required) ? above.required : [];
  if (required.includes(key)) return false;
  above.required = [...required, key];
  return true;
};

function limited(by: number): Mutation {
  return ({ node, key }) => {
    const limit = node[key];
    if (typeof limit !== 'number' || limit + by < 0) return false;
    node[key] = limit + by;
    return true;
  };
}

const withoutLast: Mutation = ({ node, key }) => {
  const list = node[key];
  if (!Array.isArray(list) || list.length < 2) return false;
  node[key] = list.slice(0, -1);
  return true;
};

const notNull: Mutation = ({ node, key }) => {
  const types = node[key];
  if (!Array.isArray(types) || !types.includes('null')) return false;
  node[key] = types.filter((type) => type !== 'null');
  return true;
};

function exclusive(keyword: string): Mutation {
  return ({ node, key }: { node: JsonObject; key: string }) => {
    node[keyword] = node[key] ?? 0;
    delete node[key];
    return true;
  };
}

const keywordMutations: Record<string, Named[]> = {
  enum: [['knows fewer words', withoutLast]],
  type: [['does not take null', notNull]],
  oneOf: [['knows fewer branches', withoutLast]],
  anyOf: [['knows fewer branches', withoutLast]],
  minimum: [['asks for a number above its lower bound', exclusive('exclusiveMinimum')]],
  maximum: [['asks for a number below its upper bound', exclusive('exclusiveMaximum')]],
  minLength: [['asks for a longer text', limited(1)]],
  maxLength: [['asks for a shorter text', limited(-1)]],
  minItems: [['asks for more items', limited(1)]],
  maxItems: [['asks for fewer items', limited(-1)]],
};
