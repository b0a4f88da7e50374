import type { ServerResponse } from 'node:http';
import { brotliCompressSync, constants, deflateSync, gzipSync } from 'node:zlib';

export const json = { 'content-type': 'application/json' };

/** A quarter of a gigabyte, in a megabyte at most. */
const zeros = Buffer.alloc(256 * 1024 * 1024);
const bombs: Record<string, Buffer> = {
  gzip: gzipSync(zeros, { level: 1 }),
  deflate: deflateSync(zeros, { level: 1 }),
  br: brotliCompressSync(zeros, { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } }),
};

type Answer = (response: ServerResponse) => void;

interface HostileAnswer {
  answer: Answer;
  /** What is found first in it; nothing where it is only odd. */
  found?: string;
}

/**
 * What a hostile server answers, by path, and what must be found first in it.
 * @param elsewhere another host, which nobody is to be led to
 */
export function hostileAnswers(elsewhere: () => string): Record<string, HostileAnswer> {
  const failing = (answer: Answer): HostileAnswer => ({ answer, found: 'no-server-error' });
  return {
    '/endless': failing((response) => {
      response.writeHead(200, json);
      pour(response, Number.POSITIVE_INFINITY);
    }),
    '/gigabyte': failing((response) => {
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': 2 ** 30 });
      pour(response, 1024);
    }),
    '/byte-by-byte': failing((response) => {
      response.writeHead(200, json);
      const timer = setInterval(() => response.write(' '), 50);
      response.on('close', () => clearInterval(timer));
    }),
    '/header-by-header': failing(({ socket }) => {
      socket?.write('HTTP/1.1 200 OK\r\n');
      const timer = setInterval(() => socket?.write('X-It: x\r\n'), 50);
      socket?.on('close', () => clearInterval(timer));
    }),
    '/never': failing(() => {}),
    '/closes': failing((response) => response.destroy()),
    '/cut': failing((response) => {
      response.writeHead(200, { ...json, 'content-length': 1000 });
      response.write('{');
      response.destroy();
    }),
    '/broken-off': failing((response) => {
      response.writeHead(200, json);
      response.write('{', () => response.socket?.resetAndDestroy());
    }),
    '/chunks': failing(({ socket }) => {
      socket?.end('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nno chunk\r\n');
    }),
    '/two-lengths': failing(({ socket }) => {
      socket?.end('HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\n{}}');
    }),
    '/more-than-said': {
      answer: ({ socket }) => {
        socket?.end(
          'HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}HTTP/1.1 500 No\r\n\r\n',
        );
      },
    },
    '/headers': failing((response) => {
      const flood = Array.from({ length: 500 }, (_, index) => [`x-${index}`, 'x'.repeat(100)]);
      response.writeHead(200, { ...json, ...Object.fromEntries(flood) }).end('{}');
    }),
    '/header': failing((response) =>
      response.writeHead(200, { ...json, 'x-long': 'x'.repeat(1 << 20) }).end('{}'),
    ),
    '/gzip': failing((response) => bomb(response, 'gzip')),
    '/deflate': failing((response) => bomb(response, 'deflate')),
    '/br': failing((response) => bomb(response, 'br')),
    '/bombs-in-bombs': failing((response) => {
      response.writeHead(200, { ...json, 'content-encoding': 'gzip, gzip' }).end(gzipSync(bombs.gzip ?? ''));
    }),
    '/redirect': {
      answer: (response) => response.writeHead(307, { location: `${elsewhere()}/elsewhere` }).end(),
      found: 'no-cross-origin-redirect',
    },
    '/loop': {
      answer: (response) => response.writeHead(302, { location: '/loop' }).end(),
      found: 'accepts-valid',
    },
    '/page': {
      answer: (response) =>
        response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>Fake: it is broken</h1>'),
      found: 'content-type-documented',
    },
    '/gateway': failing((response) =>
      response.writeHead(502, { 'content-type': 'text/html' }).end('<h1>Fake: bad gateway</h1>'),
    ),
    '/terminal': {
      answer: (response) =>
        response
          .writeHead(200, { ...json, 'x-colour': '\u009b31m' })
          .end('{"\\u001b[31m\\u0007red":"\\u001b]0;owned\\u0007"}'),
      found: 'headers-documented',
    },
    '/deep': {
      answer: (response) => response.writeHead(200, json).end('['.repeat(100_000) + ']'.repeat(100_000)),
      found: 'body-schema',
    },
    '/tree': {
      answer: (response) => response.writeHead(200, json).end(`${'{"a":'.repeat(5000)}{}${'}'.repeat(5000)}`),
      found: 'body-schema',
    },
    '/names': {
      answer: (response) =>
        response
          .writeHead(200, json)
          .end('{"__proto__":{"owned":1},"constructor":1,"toString":"x","hasOwnProperty":7}'),
      found: 'undocumented-field',
    },
    '/many': {
      answer: (response) =>
        response
          .writeHead(200, json)
          .end(`{${Array.from({ length: 50_000 }, (_, one) => `"k${one}":${one}`)}}`),
      found: 'undocumented-field',
    },
    '/objects': {
      answer: (response) => response.writeHead(200, json).end(`[${'{},'.repeat(5_000_000)}{}]`),
      found: 'body-schema',
    },
  };
}

/** So many mebibytes of blanks, as fast as they are taken. */
function pour(response: ServerResponse, mebibytes: number): void {
  const chunk = Buffer.alloc(1 << 20, ' ');
  let left = mebibytes;
  const more = () => {
    while (left > 0 && !response.destroyed) {
      left -= 1;
      if (!response.write(chunk)) return;
    }
    if (left === 0) response.end();
  };
  response.on('drain', more);
  more();
}

function bomb(response: ServerResponse, coding: string): void {
  response.writeHead(200, { ...json, 'content-encoding': coding }).end(bombs[coding]);
}
