import type { WireAnswer } from '../../wire.ts';
import { answersOf, hasStatus, isJson } from '../answered.ts';
import type { FaultFamily, PlacedFault } from '../subject.ts';

const page = '<!DOCTYPE html><html><body><h1>Fake error</h1></body></html>';

/** The texts of JSON that is none, or that says one thing twice. */
const ways: [name: string, write: (text: string) => string | undefined][] = [
  ['cuts its JSON off', (text) => text.slice(0, -1)],
  ['sends a page in place of JSON', () => page],
  ['sends something after its JSON', (text) => `${text}\n<!-- 12 ms -->`],
  ['writes JSON with single quotes', (text) => (text.includes('"') ? text.replaceAll('"', "'") : undefined)],
  ['names a field twice', twice],
];

export const texts: FaultFamily = (subject) =>
  answersOf(subject).flatMap(({ status, answers }) => {
    const first = answers.find(isJson);
    if (!first) return [];
    const has = hasStatus(status);
    return ways
      .filter(([, write]) => write(first.answer.body.toString('utf8')) !== undefined)
      .map(
        ([name, write]): PlacedFault => ({
          ...{ name, check: 'body-schema', status, place: '/body' },
          applies: (exchange) =>
            has(exchange) && exchange.answer !== undefined && isJson({ answer: exchange.answer }),
          change: (answer) => rewritten(answer, write),
        }),
      );
  });

function rewritten(answer: WireAnswer, write: (text: string) => string | undefined): WireAnswer {
  const text = answer.body.toString('utf8');
  return { ...answer, body: Buffer.from(write(text) ?? text) };
}

/** The first member of the first object once more. */
function twice(text: string): string | undefined {
  const member = /\{\s*("(?:[^"\\]|\\.)*"\s*:\s*(?:"(?:[^"\\]|\\.)*"|[-\w.+]+))/.exec(text);
  return member ? text.replace(member[0], () => `${member[0]},${member[1]}`) : undefined;
}
