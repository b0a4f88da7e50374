import { storiesOf } from '../../../../scripts/cases/stories.ts';
import { strangerOf } from '../../../../scripts/cases/unknownResource.ts';
import { parsePointer } from '../../../../scripts/json/pointer.ts';
import { isOwnMethod } from '../../faults/conditions.ts';
import type { WireRequest } from '../../wire.ts';
import type { Asked, Between } from '../live/between.ts';
import type { FaultFamily } from '../subject.ts';
import { identifierMade } from './identifierMade.ts';
import { type ReadOfMade, readOfMade } from './readOfMade.ts';

/** What was made, and is not there when it is asked for. */
export const createdUnreadable: FaultFamily = (subject) => {
  const made = readOfMade(subject, 'created-is-readable');
  if (!made) return [];
  return [
    {
      ...{ name: 'does not find what it has made', check: 'created-is-readable', place: made.reader.usage },
      isStateful: true,
      kind: 'created-is-readable',
      applies: isOwnMethod,
      between: forgetting(made),
    },
  ];
};

function forgetting({ life, reader, parameter }: ReadOfMade): Between {
  return (find) => {
    const made = new Set<string>();
    return async (request, ask) => {
      const asked = find(request);
      const identifier = asked?.parameters[parameter] ?? '';
      if (asked?.isOwn && asked.operation === reader && made.has(identifier))
        return ask(elsewhere(request, asked, parameter));
      const answer = await ask(request);
      const own = identifierMade(life, asked, answer);
      if (own !== undefined) made.add(own);
      return answer;
    };
  };
}

/** The same of what nobody owns. */
function elsewhere(request: WireRequest, { operation }: Asked, parameter: string): WireRequest {
  const [story] = storiesOf(operation, undefined);
  const [[pointer, stranger] = []] = Object.entries(strangerOf(operation, story?.inputs ?? {}) ?? {});
  const isOfPath = pointer !== undefined && parsePointer(pointer).at(-1) === parameter;
  const [path = '', ...query] = request.target.split('?');
  // The API's name stands before the path.
  const segments = path.split('/');
  const index = operation.path.split('/').indexOf(`{${parameter}}`) + 1;
  const target = segments.with(index, encodeURIComponent(String(isOfPath ? stranger : 'nobody-owns-this')));
  return { ...request, target: [target.join('/'), ...query].join('?') };
}
