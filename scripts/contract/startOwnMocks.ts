import type { Api } from '../model/api.ts';
import type { ContractOptions } from './options.ts';

interface OwnMocks extends AsyncDisposable {
  url: string;
  /** Of one that remembers what it is told, for the cases about what a request leaves behind. */
  memoryUrl: string;
}

/**
 * The mocks of a run: one that forgets, and one that remembers what was made, and by whom. Loaded only where they are needed: a
 * live run is not kept waiting for them, nor is a mistyped flag.
 */
export async function startOwnMocks({
  apis,
  foreign,
}: Pick<ContractOptions, 'apis' | 'foreign'>): Promise<OwnMocks> {
  const { startMock } = await import('../mock/startMock.ts');
  const documents = foreign ? [await answerableApi(foreign.api)] : apis;
  const mock = await startMock({ apis: documents });
  const memory = await startMock({ apis: documents, stateful: true, credentials: 'known', owners: true });
  return {
    url: mock.url,
    memoryUrl: memory.url,
    async [Symbol.asyncDispose]() {
      await mock.close();
      await memory.close();
    },
  };
}

async function answerableApi({ name, document }: Api) {
  const { answerable } = await import('./answerable.ts');
  return { name, document: answerable(document) };
}
