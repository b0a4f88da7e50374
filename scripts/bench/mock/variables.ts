import { tokenSources } from '../../apis/tokenSources.ts';
import type { Api } from '../../model/api.ts';
import { type ReplayedRequest, replayedRequests } from '../rates/replayedRequests.ts';
import { startBareServer } from './startServer.ts';
import type { Variable } from './variedRequest.ts';

/** Requests to vary: a contract run's, and of them one for each operation that gives a token. */
interface Variables {
  all: Variable[];
  givers: Variable[];
}

export async function variables(cwd: string, apis: readonly Api[]): Promise<Variables> {
  const bare = await startBareServer({ cwd });
  try {
    const replayed = await replayedRequests(apis, bare.url);
    const givers = apis.flatMap((api) =>
      tokenSources(api).flatMap(
        ({ operationId }) =>
          replayed.find((one) => one.api === api.name && isAccepted(one, operationId)) ?? [],
      ),
    );
    return { all: replayed.map(variable), givers: givers.map(variable) };
  } finally {
    await bare.stop();
  }
}

function isAccepted({ operation, expectation }: ReplayedRequest, operationId: string): boolean {
  return operation.operationId === operationId && expectation.outcome === 'accepted';
}

function variable({ operation, request }: ReplayedRequest): Variable {
  return { template: operation.path, request };
}
