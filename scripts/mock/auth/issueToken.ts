import { randomBytes, randomInt, randomUUID } from 'node:crypto';
import { setAt } from '../../json/change.ts';
import { valueAt } from '../../json/pointer.ts';
import type { Json } from '../../model/json.ts';
import type { TokenSource } from '../../model/securityScheme.ts';
import { validatorOf } from '../../validate/validator.ts';
import { answerSchema, type DescribedAt } from '../answerSchema.ts';
import type { Answer } from '../http/answer.ts';
import type { TokenBook } from './tokenBook.ts';

interface Issuing {
  giver: Pick<TokenSource, 'value' | 'expires'>;
  operation: DescribedAt;
  answer: Answer;
  book: TokenBook;
  /** To whom it is issued. */
  holder: string;
  /** In seconds. */
  tokenLifetime: number | undefined;
}

/**
 * An answer with a token of its own in place of the example's, of the same form, and entered in the book. An answer that
 * has none where the document says, or that could not have another, stays as it is.
 */
export function issueToken({ giver, operation, answer, book, holder, tokenLifetime }: Issuing): Answer {
  const pointer = pointerOf(giver.value);
  const schema = answerSchema(operation, answer);
  if (pointer === undefined || !schema || !answer.body) return answer;
  const example = JSON.parse(answer.body.toString()) as Json;
  const old = valueAt(example, pointer);
  if (typeof old !== 'string' && typeof old !== 'number') return answer;
  const expires = pointerOf(giver.expires ?? '');
  const stated = expires === undefined ? undefined : valueAt(example, expires);
  const lifetime = tokenLifetime ?? (typeof stated === 'number' ? stated : undefined);
  const own = tokenLike(old);
  const isTimed = expires !== undefined && typeof stated === 'number' && lifetime !== undefined;
  const renewed = setAt(example, pointer, own);
  const issued = isTimed ? setAt(renewed, expires, lifetime) : renewed;
  if (validatorOf(operation.document).errors(schema.pointer, issued).length > 0) return answer;
  book.enter(String(own), { holder, seconds: lifetime });
  return { ...answer, body: Buffer.from(JSON.stringify(issued)) };
}

/** `/access_token` of `$response.body#/access_token`, the only place that a mock's token can have. */
function pointerOf(expression: string): string | undefined {
  return /^\$response\.body#(\/.*)$/s.exec(expression)?.[1];
}

/** Nothing that begins with `fake-`: such a token would be known for ever. */
function tokenLike(example: string | number): string | number {
  if (typeof example === 'number') return randomInt(1e9, 1e12);
  if (/^\d+$/.test(example)) return [...randomBytes(example.length)].map((byte) => byte % 10).join('');
  if (/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(example)) return randomUUID();
  if (/^[\da-f]{16,}$/i.test(example))
    return randomBytes(example.length).toString('hex').slice(-example.length);
  return `issued-${randomBytes(16).toString('hex')}`;
}
