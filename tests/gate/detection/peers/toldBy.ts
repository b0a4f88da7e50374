import type { Fault, FrontExchange } from '../../fault.ts';
import type { WireAnswer } from '../../wire.ts';
import { isSameAnswer } from '../isSameAnswer.ts';
import type { AnswerFault } from './answerFaults.ts';

/**
 * Several lies about one operation as one fault, of which each answer gets the one of its own status at most: a lie about
 * the status would else be lied about again.
 * @param tell told of each that has changed an answer, by its id
 */
export function toldBy(faults: readonly AnswerFault[], tell: (id: string) => void): Fault[] {
  const [first] = faults;
  if (!first) return [];
  const lieTo = (exchange: FrontExchange) => faults.find(({ placed }) => placed.applies(exchange));
  const change = (answer: WireAnswer) => {
    const found = faults.find(({ status }) => status === answer.status);
    const lied = found?.placed.change(answer) ?? answer;
    if (found && !isSameAnswer(lied, answer)) tell(found.id);
    return lied;
  };
  return [{ name: 'lies', check: first.check, applies: (exchange) => lieTo(exchange) !== undefined, change }];
}
