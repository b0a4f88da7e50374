import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { mask } from '../apis/mask.ts';
import type { AnsweredRequest } from './control/answeredRequest.ts';
import { problem } from './http/problem.ts';

interface Malformation {
  status: number;
  sentence: string;
  refused: string;
}

/** By the code of Node's error; RFC 6585 section 5, RFC 9110 section 15.5. */
const malformations: Readonly<Record<string, Malformation>> = {
  HPE_HEADER_OVERFLOW: {
    status: 431,
    sentence: 'The header fields, or the target, are larger than the mock reads.',
    refused: 'headers-too-large',
  },
  HPE_CHUNK_EXTENSIONS_OVERFLOW: {
    status: 413,
    sentence: 'The extensions of a chunk are larger than the mock reads.',
    refused: 'too-large',
  },
  ERR_HTTP_REQUEST_TIMEOUT: {
    status: 408,
    sentence: 'The request did not come in time.',
    refused: 'timeout',
  },
};
const notHttp: Malformation = {
  status: 400,
  sentence: 'What was sent is no HTTP/1.1 request (RFC 9112), so that nothing of it was read.',
  refused: 'malformed-http',
};

/** How long a client may go on sending after its answer. */
const graceMs = 1000;

/**
 * Has a server answer what Node's parser refuses (`clientError`), which no handler ever sees, and close the connection:
 * nobody knows where on it another request would begin. Nothing that was sent is told, since none of it was understood.
 */
export function answerMalformed(server: Server, onAnswer?: (answered: AnsweredRequest) => void): void {
  const last = new WeakMap<Duplex, { request: IncomingMessage; response: ServerResponse }>();
  const refused = new WeakSet<Duplex>();
  server.on('request', (request, response) => last.set(request.socket, { request, response }));
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    // Whatever else comes is malformed too.
    if (refused.has(socket)) return;
    refused.add(socket);
    const answer = () => answerOnce(socket, { error, onAnswer });
    const { request, response } = last.get(socket) ?? {};
    // Another request, that came whole before, gets its own answer first.
    if (request?.complete && response && !response.writableFinished) response.once('finish', answer);
    // One whose content breaks off may have been answered by its head.
    else if (request && !request.complete && response?.headersSent) socket.destroy();
    else answer();
  });
}

interface Refused {
  error: NodeJS.ErrnoException;
  onAnswer: ((answered: AnsweredRequest) => void) | undefined;
}

function answerOnce(socket: Duplex, { error, onAnswer }: Refused): void {
  // The client is gone: there is nobody to answer.
  if (!socket.writable || error.code === 'ECONNRESET') {
    socket.destroy();
    return;
  }
  const { status, sentence, refused } = malformations[error.code ?? ''] ?? notHttp;
  socket.end(messageOf(status, sentence));
  const timer = setTimeout(() => socket.destroy(), graceMs).unref();
  socket.once('close', () => clearTimeout(timer));
  try {
    onAnswer?.({ method: '-', path: `/${mask}`, status, durationMs: 0, refused });
  } catch (failure) {
    // A listener that throws takes no mock down.
    const reason = failure instanceof Error ? (failure.stack ?? failure.message) : String(failure);
    process.stderr.write(`${refused}: ${reason}\n`);
  }
}

/** RFC 9112 section 2.1; RFC 9110 section 6.6.1 asks for the date. */
function messageOf(status: number, sentence: string): string {
  const { headers, body = '' } = problem(status, sentence);
  const fields = {
    ...headers,
    'content-length': body.length,
    date: new Date().toUTCString(),
    connection: 'close',
  };
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}`,
    ...Object.entries(fields).map(([name, value]) => `${name}: ${value}`),
  ];
  return `${head.join('\r\n')}\r\n\r\n${body}`;
}
