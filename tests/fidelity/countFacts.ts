import type { Api } from '../../scripts/model/api.ts';
import type { ApiFacts } from './fact.ts';

/** Facts, those contradicted, statements, and how many of these are documented, in conflict and inferred. */
export function countFacts({ operations }: Pick<Api, 'operations'>, facts: ApiFacts): number[] {
  const listed = [...facts.root, ...facts.operations.flatMap((one) => one.facts)];
  const statements = operations.flatMap((one) => one.statements);
  const having = (evidence: string) => statements.filter((one) => one.evidence === evidence).length;
  return [
    listed.length,
    listed.filter(({ contradicted }) => contradicted).length,
    statements.length,
    having('documented'),
    having('conflict'),
    having('inferred'),
  ];
}
