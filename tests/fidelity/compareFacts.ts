import { isDeepStrictEqual } from 'node:util';
import { valueAt } from '../../scripts/json/pointer.ts';
import type { Api } from '../../scripts/model/api.ts';
import type { JsonObject } from '../../scripts/model/json.ts';
import type { Operation } from '../../scripts/model/operation.ts';
import type { Disagreement } from './disagreement.ts';
import type { ApiFacts, Fact, OperationFacts } from './fact.ts';
import { judgeFact } from './judgeFact.ts';
import { type Claim, listClaims } from './listClaims.ts';

/** Holds the facts against the document both ways: every fact is there and unmarked, everything else is marked. */
export function compareFacts(api: Pick<Api, 'document' | 'operations'>, facts: ApiFacts): Disagreement[] {
  const named = new Map(api.operations.map((one) => [`${one.method} ${one.path}`, one]));
  const unknown = facts.operations.filter(({ operation }) => !named.has(operation));
  return [
    ...facts.root.flatMap((fact) => judgeRoot(api.document, fact)),
    ...unknown.map(({ operation, sources }) => ({
      problem: 'missing' as const,
      operation,
      address: '',
      message: withSources('the document has no such operation', sources),
    })),
    ...[...named].flatMap(([name, operation]) => {
      const group = facts.operations.find((one) => one.operation === name);
      return compareOperation(operation, group).map((found) => ({ ...found, operation: name }));
    }),
  ];
}

type Found = Omit<Disagreement, 'operation'>;

function compareOperation(operation: Operation, group?: OperationFacts): Found[] {
  const claims = listClaims(operation);
  const facts = group?.facts ?? [];
  return [
    ...(group ? judgeSource(operation, group) : []),
    ...facts.flatMap((fact) => {
      const { address, sources } = fact;
      return judgeFact({ operation, claims, fact }).map(({ problem, says }) => ({
        problem,
        address,
        message: withSources(says, sources),
      }));
    }),
    ...judgeRest(claims, facts),
  ];
}

/** Statements that are no facts. */
function judgeRest(claims: Claim[], facts: Fact[]): Found[] {
  const stated = new Set(facts.map(({ address }) => address));
  return claims
    .filter(({ address, statement }) => statement.evidence !== 'inferred' && !stated.has(address))
    .map(({ address, statement: { evidence, pointer } }) =>
      evidence === 'conflict'
        ? {
            problem: 'conflict',
            address,
            message: `the facts know of no contradiction; it is marked at ${pointer}`,
          }
        : { problem: 'invented', address, message: `no source states it; mark it x-inferred at ${pointer}` },
    );
}

function judgeRoot(document: JsonObject, { address, want, sources }: Fact): Disagreement[] {
  const found = valueAt(document, `/${address}`);
  if (want.kind !== 'equal' || isDeepStrictEqual(found, want.value)) return [];
  const says = `the source says ${JSON.stringify(want.value)}, the document ${JSON.stringify(found) ?? 'nothing'}`;
  const problem = found === undefined ? 'missing' : 'different';
  return [{ problem, operation: '', address, message: withSources(says, sources) }];
}

function judgeSource({ source }: Operation, { sources }: OperationFacts): Found[] {
  if (!source || sources.some(({ document }) => document === source.document)) return [];
  const says = `x-source names ${source.document}, where none of the facts comes from`;
  return [{ problem: 'other-source', address: 'x-source', message: withSources(says, sources) }];
}

function withSources(says: string, sources: Fact['sources']): string {
  return `${says} (${sources.map(({ document, section }) => `${document}: ${section}`).join('; ')})`;
}
