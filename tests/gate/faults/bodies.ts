import { removeAt, setAt } from '../../../scripts/json/change.ts';
import { valueAt } from '../../../scripts/json/pointer.ts';
import type { Json } from '../../../scripts/model/json.ts';
import type { Fault, FrontExchange } from '../fault.ts';
import { hasJson, isSuccess, withJson } from './conditions.ts';

const isJsonSuccess = (exchange: FrontExchange) => isSuccess(exchange) && hasJson(exchange);

/** Another value at a place that the body has. */
export function spoilsBody(pointer: string, value: Json, check: Fault['check'] = 'body-schema'): Fault {
  return {
    name: `has ${JSON.stringify(value)} at ${pointer}`,
    check,
    applies: (exchange) => isJsonSuccess(exchange) && has(exchange, pointer),
    change: (answer) => withJson(answer, (body) => setAt(body as Json, pointer, value)),
  };
}

export function lacksField(pointer: string): Fault {
  return {
    name: `leaves ${pointer} out`,
    check: 'body-schema',
    applies: (exchange) => isJsonSuccess(exchange) && has(exchange, pointer),
    change: (answer) => withJson(answer, (body) => removeAt(body as Json, pointer)),
  };
}

export const cutsBody: Fault = {
  name: 'cuts its JSON off',
  check: 'body-schema',
  applies: isJsonSuccess,
  change: (answer) => ({ ...answer, body: answer.body.subarray(0, -1) }),
};

/** A field more, in the object at a place of the body. */
export function addsField(pointer: string, check: Fault['check'] = 'undocumented-field'): Fault {
  return {
    name: `adds a field to ${pointer || 'its body'}`,
    check,
    applies: (exchange) => isJsonSuccess(exchange) && has(exchange, pointer),
    change: (answer) => withJson(answer, (body) => setAt(body as Json, `${pointer}/surprise`, 'boo')),
  };
}

function has({ answer }: FrontExchange, pointer: string): boolean {
  return valueAt(JSON.parse(String(answer?.body)) as Json, pointer) !== undefined;
}

/** A member under another name. */
export function renamesField(object: string, from: string, to: string): Fault {
  return {
    name: `calls ${object}/${from} ${to}`,
    check: 'body-schema',
    applies: (exchange) => isJsonSuccess(exchange) && has(exchange, `${object}/${from}`),
    change: (answer) =>
      withJson(answer, (body) => {
        const value = valueAt(body as Json, `${object}/${from}`) as Json;
        return setAt(removeAt(body as Json, `${object}/${from}`), `${object}/${to}`, value);
      }),
  };
}

/** The same value, written in another way. */
export function writesJson(name: string, write: (text: string) => string): Fault {
  return {
    name,
    check: 'body-schema',
    applies: isJsonSuccess,
    change: (answer) => ({ ...answer, body: Buffer.from(write(String(answer.body))) }),
  };
}

/** A file that is cut off, or none at all. */
export function spoilsFile(name: string, spoil: (file: Buffer) => Buffer): Fault {
  return {
    name,
    check: 'body-bytes',
    applies: (exchange) => isSuccess(exchange) && exchange.answer?.body.byteLength !== 0,
    change: (answer) => ({ ...answer, body: spoil(answer.body) }),
  };
}
