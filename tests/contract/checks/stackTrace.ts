import type { Check } from './judgement.ts';
import { finding } from './judgement.ts';
import { answerTo } from './sentences.ts';

/** How the stack traces of common platforms look; in JSON their line breaks are escaped. */
const traces = [
  /(?:\n|\\n)(?:\s|\\t)*at [^\n"]{1,300}:\d+(?::\d+)?\)/,
  /(?:\n|\\n)(?:\s|\\t)*at [^\n"]{1,300} in [^\n"]{1,300}:line \d+/,
  /Traceback \(most recent call last\)/,
  /#0 [^\n"]{1,300}\.php[(:]\d+/,
  /\.rb:\d+:in [`'\u2018]/,
  /goroutine \d+ \[running\]/,
];

/** Longer answers are not searched to their end. In bytes. */
const longest = 64 * 1024;

/**
 * An error that shows a stack trace: something failed that nobody handled, and the answer tells strangers how the server is
 * made (RFC 9457 section 5).
 */
export const stackTrace: Check = (answered) => {
  const { operation, response } = answered;
  if (response.status < 400 || response.body.byteLength === 0) return [];
  const text = new TextDecoder().decode(response.body.subarray(0, longest));
  if (!traces.some((trace) => trace.test(text))) return [];
  return [
    finding({
      check: 'no-server-error',
      operation,
      evidence: 'protocol',
      message: `${answerTo(answered)}, and showed a stack trace in its body; an error does not tell how the server is made (RFC 9457 section 5)`,
      documentPointer: operation.pointer,
      responsePointer: '/body',
    }),
  ];
};
