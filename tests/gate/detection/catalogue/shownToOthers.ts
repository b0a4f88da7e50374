import type { Api } from '../../../../scripts/model/api.ts';
import { credentialField } from '../../../../scripts/request/credentialField.ts';
import { isOwnMethod } from '../../faults/conditions.ts';
import type { WireRequest } from '../../wire.ts';
import type { Between } from '../live/between.ts';
import type { FaultFamily } from '../subject.ts';
import { identifierMade } from './identifierMade.ts';
import { type ReadOfMade, readOfMade } from './readOfMade.ts';

/** What one user made, and another one is shown. */
export const shownToOthers: FaultFamily = (subject) => {
  const made = readOfMade(subject, 'created-is-private');
  if (!made) return [];
  return [
    {
      ...{ name: 'shows one user what is another’s', check: 'auth-enforced', place: made.reader.usage },
      isStateful: true,
      kind: 'created-is-private',
      applies: isOwnMethod,
      between: takingAllForTheMaker(made, fieldsOf(subject.api)),
    },
  ];
};

/** The header fields that carry credentials. */
function fieldsOf({ securitySchemes }: Api): string[] {
  return securitySchemes.flatMap((scheme) => credentialField(scheme) ?? []);
}

/** Whoever asks for a thing with credentials, asks with those of who made it. */
function takingAllForTheMaker({ life, reader, parameter }: ReadOfMade, fields: string[]): Between {
  return (find) => {
    const makers = new Map<string, WireRequest['headers']>();
    return async (request, ask) => {
      const asked = find(request);
      const maker = makers.get(asked?.parameters[parameter] ?? '');
      const isAnybodys = fields.some((field) => request.headers[field] !== undefined);
      if (asked?.isOwn && asked.operation === reader && maker && isAnybodys)
        return ask({ ...request, headers: { ...request.headers, ...maker } });
      const answer = await ask(request);
      const own = identifierMade(life, asked, answer);
      if (own !== undefined) makers.set(own, credentialsIn(request, fields));
      return answer;
    };
  };
}

function credentialsIn({ headers }: WireRequest, fields: string[]): WireRequest['headers'] {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => fields.includes(name)));
}
