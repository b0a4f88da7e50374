import { findProjectRoot } from '../../scripts/apis/projectRoot.ts';
import { readApi } from '../../scripts/apis/readApi.ts';
import { type Mock, startMock } from '../../scripts/mock/startMock.ts';

/** A mock of one API, and the requests that a client sends to it. */
export interface ObservedMock {
  baseUrl: string;
  /** In place of `fetch`: passes requests on, and notes them. */
  fetch: (request: Request) => Promise<Response>;
  /** `METHOD /path`, with the path below the API's own, in the order in which they were sent. */
  sent: string[];
  /** The last request to be sent. */
  last(): Request;
  close(): Promise<void>;
}

export async function mockOf(name: string): Promise<ObservedMock> {
  const { document } = await readApi({ root: findProjectRoot(), name });
  const mock: Mock = await startMock({ apis: [{ name, document }], port: 0 });
  const baseUrl = `${mock.url}/${name}`;
  const sent: string[] = [];
  let last: Request | undefined;
  return {
    baseUrl,
    sent,
    fetch(request) {
      last = request.clone();
      sent.push(`${request.method} ${request.url.slice(baseUrl.length)}`);
      return fetch(request);
    },
    last() {
      if (!last) throw new Error('nothing has been sent');
      return last;
    },
    close: () => mock.close(),
  };
}
