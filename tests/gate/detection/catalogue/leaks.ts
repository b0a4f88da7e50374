import type { WireAnswer } from '../../wire.ts';
import { answersOf, hasStatus, isJson } from '../answered.ts';
import type { FaultFamily, PlacedFault } from '../subject.ts';

const traces = [
  'Error: fake\\n    at handler (/srv/fake/app.js:12:34)\\n    at next (/srv/fake/router.js:5:6)',
  'Traceback (most recent call last):\\n  File \\"/srv/fake/app.py\\", line 12, in handler',
  'Fake exception\\n#0 /srv/fake/app.php(12): handler()\\n#1 {main}',
] as const;

/** Errors that tell strangers how the server is made. */
export const leaks: FaultFamily = (subject) =>
  answersOf(subject)
    .filter(({ status }) => status >= 400)
    .flatMap(({ status, answers }): PlacedFault[] => {
      const first = answers.find((one) => isJson(one) && text.test(one.answer.body.toString('utf8')));
      if (!first) return [];
      const has = hasStatus(status);
      const trace = subject.choose(`trace ${status}`, traces);
      return [
        {
          ...{ name: 'shows a stack trace in an error', check: 'no-server-error', status, place: '/body' },
          applies: ({ answer, ...rest }) =>
            answer !== undefined &&
            has({ answer, ...rest }) &&
            isJson({ answer }) &&
            text.test(String(answer.body)),
          change: (answer) => leaking(answer, trace),
        },
      ];
    });

/** The first member that is a text of more than one word: a message. */
const text = /(:\s*")[^"\\]* [^"\\]*(")/;

function leaking(answer: WireAnswer, trace: string): WireAnswer {
  const body = answer.body.toString('utf8').replace(text, (_, before, after) => `${before}${trace}${after}`);
  return { ...answer, body: Buffer.from(body) };
}
