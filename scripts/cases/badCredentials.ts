import { applyChange } from '../json/applyChange.ts';
import { joinPointer } from '../json/pointer.ts';
import type { Case } from '../model/case.ts';
import { nobody } from '../model/nobody.ts';
import type { Parameter } from '../model/operation.ts';
import { addressOf, type CaseContext } from './context.ts';
import { problemsOf } from './problems.ts';
import { securityCases } from './securityCases.ts';

/**
 * The base request with credentials of the right form that nobody has, for each security scheme that it needs, and for
 * each token that its path carries.
 */
export function badCredentials(context: CaseContext): Case[] {
  const schemes = securityCases(context, {
    kind: 'bad-credentials',
    change: (name) => ({ set: { '/spoiled': { [name]: 'nobody' } } }),
  });
  const carriers = context.operation.parameters.filter((one) => one.in === 'path' && one.token);
  return [...schemes, ...(context.first ? carriers.flatMap((one) => ofPathToken(context, one)) : [])];
}

function ofPathToken(context: CaseContext, parameter: Parameter): Case[] {
  const pointer = joinPointer('', 'path', parameter.name);
  const token = nobody.tokens.find((one) => {
    const inputs = applyChange(context.base, { set: { [pointer]: one } });
    return problemsOf(context.operation, inputs).every((problem) => problem.pointer !== pointer);
  });
  if (token === undefined) return [];
  return [
    {
      title: `bad-credentials path.${parameter.name}`,
      kind: 'bad-credentials',
      change: { set: { [pointer]: token } },
      expectation: { outcome: 'unauthorized', breaks: addressOf(context, parameter) },
    },
  ];
}
