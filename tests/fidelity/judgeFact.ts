import { isDeepStrictEqual } from 'node:util';
import type { Json } from '../../scripts/model/json.ts';
import type { Operation } from '../../scripts/model/operation.ts';
import { validatorOf } from '../../scripts/validate/validator.ts';
import type { Problem } from './disagreement.ts';
import type { Fact } from './fact.ts';
import type { Claim } from './listClaims.ts';
import { locate } from './locate.ts';

interface Held {
  operation: Operation;
  claims: Claim[];
  fact: Fact;
}

/** What is wrong with a fact in the document; one thing at most. */
interface Verdict {
  problem: Problem;
  says: string;
}

export function judgeFact(held: Held): Verdict[] {
  const { want } = held.fact;
  if (want.kind === 'absent') return judgeAbsent(held);
  if (want.kind === 'admits') return judgeAdmitted(held, want.value);
  const claims = claimsAt(held);
  if (claims.length === 0) return [{ problem: 'missing', says: 'a source states it, the document does not' }];
  if (want.kind === 'present') return judgeMark(claims[0], held.fact);
  const equal = claims.find((claim) => isSame(claim, want.value));
  if (equal) return judgeMark(equal, held.fact);
  const found = claims.map(({ value }) => JSON.stringify(value)).join(', ');
  return [
    { problem: 'different', says: `a source says ${JSON.stringify(want.value)}, the document ${found}` },
  ];
}

/** The walker lists a schema where it is reached first; further uses of it in one media type are found by its pointer. */
function claimsAt({ operation, claims, fact }: Held): Claim[] {
  const own = claims.filter(({ address }) => address === fact.address);
  if (own.length > 0) return own;
  const located = locate(operation, fact.address);
  return located ? claims.filter(({ statement }) => statement.pointer === located.pointer) : [];
}

function judgeMark(claim: Claim | undefined, { contradicted }: Fact): Verdict[] {
  const statement = claim?.statement;
  if (statement?.evidence === 'conflict') {
    return contradicted
      ? []
      : [{ problem: 'conflict', says: 'it is marked x-conflict, and the facts know of no contradiction' }];
  }
  if (contradicted)
    return [{ problem: 'no-conflict', says: 'the sources contradict each other: mark it x-conflict' }];
  return statement?.evidence === 'inferred'
    ? [{ problem: 'inferred', says: `a source states it, and it is marked x-inferred: ${statement.reason}` }]
    : [];
}

function judgeAbsent({ claims, fact }: Held): Verdict[] {
  return claims.some(({ address }) => address === fact.address)
    ? [{ problem: 'required', says: 'a source calls it optional, the document requires it' }]
    : [];
}

function judgeAdmitted({ operation, fact }: Held, value: Json): Verdict[] {
  const schema = locate(operation, fact.address.replace(/\/admits$/, ''));
  if (!schema)
    return [{ problem: 'missing', says: 'a source shows a value of it, the document does not have it' }];
  const errors = validatorOf(operation.document).errors(schema.pointer, value);
  const why = errors.map(({ message }) => message).join(', ');
  return errors.length === 0
    ? []
    : [
        {
          problem: 'refused',
          says: `a source shows ${JSON.stringify(value)}, which the document refuses: it ${why}`,
        },
      ];
}

/** In these the order says nothing. */
const unordered = /(^|\/)(enum|type)$/;

function isSame({ address, value }: Claim, wanted: Json): boolean {
  if (!unordered.test(address)) return isDeepStrictEqual(value, wanted);
  const found = listOf(value);
  const want = listOf(wanted);
  const has = (list: Json[], one: Json) => list.some((other) => isDeepStrictEqual(other, one));
  return found.every((one) => has(want, one)) && want.every((one) => has(found, one));
}

function listOf(value: Json | undefined): Json[] {
  if (Array.isArray(value)) return value;
  return value === undefined ? [] : [value];
}
