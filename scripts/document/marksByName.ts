import { safe } from '../http/methods.ts';
import { parsePointer } from '../json/pointer.ts';
import type { JsonObject } from '../model/json.ts';

/** What no operation is called that only reads. */
const doing = new Set(
  [
    'add append create insert modify rename restore rollback save set update',
    'cancel clear delete destroy erase purge remove reset revoke wipe',
    'activate approve deactivate decline disable enable publish reject unsubscribe',
    'execute kill reboot resend restart send shutdown terminate',
  ].flatMap((verbs) => verbs.split(' ')),
);
const reading = new Set(['get', 'list', 'read', 'find', 'fetch', 'search']);
const ending = /(?<![a-z])(log|sign)-?(out|off)(?![a-z])/;

/**
 * The marks that a foreign operation's name gives it where it has none: `GET /deletePad` changes something, whatever RFC 9110
 * section 9.2.1 says of GET, and after `GET /user/logout` nobody is logged in. Better one read too few than one of these in
 * a run that may only read; whoever knows better writes `x-effect: false` or `x-ends-session: false`.
 * @param pointer the operation's: `/paths/~1user~1logout/get`
 */
export function marksByName(operation: JsonObject, pointer: string): JsonObject {
  const [, path = '', method = ''] = parsePointer(pointer);
  const names = namesOf(path, operation.operationId);
  const end = names.map((name) => ending.exec(name)?.[0]).find(Boolean);
  const act = end ?? actionIn(names);
  return {
    ...(act !== undefined && safe.has(method.toUpperCase()) && { 'x-effect': `so its name says: ${act}` }),
    ...(end !== undefined && { 'x-ends-session': true }),
    ...operation,
  };
}

/** Those of the last step of a path, of an operationId, and of its last part, in words: `/users/{id}/sign_out`, `Users_signOut`. */
function namesOf(path: string, operationId: unknown): [step: string, id: string, part: string] {
  const steps = path.split('/').filter((step) => step !== '' && !step.includes('{'));
  const id = typeof operationId === 'string' ? operationId : '';
  const part = id.split(/[\s./_]+/).findLast(Boolean);
  return [inWords(steps.at(-1) ?? ''), inWords(id), inWords(part ?? '')];
}

/** `deletePad` → `delete-pad` */
function inWords(name: string): string {
  return name
    .replace(/(?<=[a-z\d])(?=[A-Z])/g, '-')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .toLowerCase();
}

/** The verb with which a name begins, if it is one that changes something; `getResetCode` reads. */
function actionIn([step, id, part]: readonly [step: string, id: string, part: string]): string | undefined {
  const [ofStep = '', ofId = '', ofPart = ''] = [step, id, part].map((name) => name.split('-', 1)[0]);
  return [ofStep, ...(reading.has(ofId) ? [] : [ofId, ofPart])].find((verb) => doing.has(verb));
}
