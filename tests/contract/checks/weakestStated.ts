import type { StatedPlace } from '../../../scripts/model/statement.ts';
import { representationOf, shownMedia } from '../../../scripts/validate/representation.ts';
import { propertiesOf, schemaParts } from '../../../scripts/validate/schemaParts.ts';
import type { Answered } from './judgement.ts';

/** That of several statements which is known least. */
export function weakestOf([first, ...others]: StatedPlace[]): StatedPlace {
  const all = first ? [first, ...others] : others;
  const weakest = all.find(({ evidence }) => evidence !== 'documented') ?? first;
  if (!weakest) throw new Error('Nothing is stated.');
  return weakest;
}

/**
 * What a finding about a second request rests on: the statements below, if the document itself says what to ask with, by a
 * link, or by the same name in answer and path; of what is only guessed it is silent.
 */
export function groundsOf(
  answered: Pick<Answered, 'operation' | 'after'>,
): { stated: StatedPlace } | { evidence: 'silent' } {
  return isTold(answered) ? { stated: weakestStated(answered) } : { evidence: 'silent' };
}

export function isTold({ operation, after }: Pick<Answered, 'operation' | 'after'>): boolean {
  if (!after || after.identifierName === '' || /(^|[_-])id$|I[dD]$/.test(after.identifierName)) return true;
  const isNamed = after.operation.parameters.some(
    (one) => one.in === 'path' && one.name === after.identifierName,
  );
  return isNamed || operation.responses.some(({ links }) => links.length > 0);
}

/**
 * Of the statements on which it rests that a second request finds what the first one told of: both operations, and the member
 * of the first one's answer that is taken for the identifier.
 */
export function weakestStated({ operation, after }: Pick<Answered, 'operation' | 'after'>): StatedPlace {
  const operations = [operation, ...(after ? [after.operation] : [])];
  const stated = operations.map((one) => one.statementAt(one.usage));
  const told = shownMedia(operation)?.schema;
  if (!told || after === undefined) return weakestOf(stated);
  const { place } = representationOf(operation.document, told, after.identifierName);
  const member = propertiesOf(schemaParts(operation.document, place)).get(after.identifierName);
  return weakestOf([...stated, operation.statementAt((member ?? place).usage)]);
}
