import type { Authority } from '../../../../scripts/mock/auth/authority.ts';
import { isOwnMethod, isSuccess } from '../../faults/conditions.ts';
import { mutantServer } from '../mutant.ts';
import type { FaultFamily } from '../subject.ts';

/** Tokens that are good after what ends them. */
export const keptTokens: FaultFamily = ({ api, operation }) => {
  const { operationId, usage, security } = operation;
  const ended = api.securitySchemes.filter(({ token }) => token?.endedBy.includes(operationId));
  const isSentWith = security.some(({ schemes }) =>
    schemes.some(({ name }) => ended.some((one) => one.name === name)),
  );
  const serve = isSentWith
    ? mutantServer({
        ...{ api: api.name, operation, usage },
        mutation: () => true,
        authority: endingNothing,
      })
    : undefined;
  if (!serve) return [];
  return [
    {
      ...{
        name: 'takes a token after what ends it',
        check: 'auth-enforced',
        place: '',
        isStateful: true,
        kind: 'example',
      },
      applies: (exchange) => isOwnMethod(exchange) && isSuccess(exchange),
      serve,
    },
  ];
};

function endingNothing(authority: Authority): Authority {
  return {
    ...authority,
    settle: (asked, settling) => authority.settle(asked, { ...settling, presented: [] }),
  };
}
