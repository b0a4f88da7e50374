import { describedMediaType } from '../../../contract/checks/contentType.ts';
import type { WireAnswer } from '../../wire.ts';
import { answersOf, hasStatus, isJson } from '../answered.ts';
import type { FaultFamily, PlacedFault } from '../subject.ts';

/** Bodies under another name, in another charset, or not there. */
export const contents: FaultFamily = (subject) =>
  answersOf(subject).flatMap(({ status, described, answers: [first] }): PlacedFault[] => {
    const applies = hasStatus(status);
    const change = (
      name: string,
      check: PlacedFault['check'],
      to: (answer: WireAnswer) => WireAnswer,
    ): PlacedFault => ({
      ...{ name, check, status, place: '/headers/content-type', applies },
      change: to,
    });
    if (first.answer.body.byteLength === 0) {
      const sends = (answer: WireAnswer) => ({
        ...typed(answer, 'text/html'),
        body: Buffer.from('<p>fake</p>'),
      });
      return status === 204 || status === 304
        ? []
        : [change('sends a body where none is described', 'content-type-documented', sends)];
    }
    const names = ['text/html', 'text/plain', 'application/xml', 'application/octet-stream'] as const;
    const name = subject.choose(`media type ${status}`, names);
    const other = describedMediaType(described, name) ? 'application/x-fake' : name;
    const inUtf16 = (answer: WireAnswer) => ({
      ...typed(answer, `${answer.headers['content-type']}; charset=utf-16`),
      body: Buffer.from(answer.body.toString('utf8'), 'utf16le'),
    });
    return [
      change('calls its body another media type', 'content-type-documented', (answer) =>
        typed(answer, other),
      ),
      change('does not say what its body is', 'content-type-documented', untyped),
      { ...change('leaves its body out', 'content-type-documented', empty), place: '/body' },
      ...(isJson(first) ? [change('writes JSON in UTF-16', 'body-schema', inUtf16)] : []),
    ];
  });

function typed(answer: WireAnswer, contentType: string): WireAnswer {
  return { ...answer, headers: { ...answer.headers, 'content-type': contentType } };
}

function untyped({ headers: { 'content-type': _, ...headers }, ...answer }: WireAnswer): WireAnswer {
  return { ...answer, headers };
}

function empty(answer: WireAnswer): WireAnswer {
  return { ...answer, body: Buffer.alloc(0) };
}
