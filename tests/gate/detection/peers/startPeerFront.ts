import type { Api } from '../../../../scripts/model/api.ts';
import type { PeerWorld } from '../../../../scripts/model/peerFault.ts';
import { startFront } from '../../startFront.ts';
import { recordTruth } from '../recordTruth.ts';
import { startLiar } from '../startLiar.ts';
import { truthfulServer } from '../truthfulServer.ts';
import { type AnswerFault, answerFaults } from './answerFaults.ts';
import { inPasses } from './inPasses.ts';
import { sample } from './sample.ts';
import { toldBy } from './toldBy.ts';
import { validRequests } from './validRequests.ts';

export interface PeerFront extends AsyncDisposable {
  world: PeerWorld;
  /**
   * From now on the lies of that pass are told; without one, the truth.
   * @returns the faults that have been told since the last turn, by their id
   */
  turnTo(pass: number | undefined): string[];
}

interface Order {
  apis: Api[];
  seed: number;
  /** Of faults that are alike, so many. */
  most: number;
}

/** A server that tells the truth first. */
export async function startPeerFront({ apis, seed, most }: Order): Promise<PeerFront> {
  const server = await truthfulServer(apis);
  const truth = await startLiar(server);
  const subjects = await recordTruth({ apis, liar: truth, server, seed, isOwn: () => true });
  const all = answerFaults(subjects);
  const faults = inPasses(sample(all, { most, seed }));
  const told = new Set<string>();
  let lies = new Map<string, AnswerFault[]>();
  const front = await startFront({
    ...{ apis, mockUrl: `${truth.url}/truth` },
    faultsOf: (api, { operationId }) =>
      toldBy(lies.get(keyOf({ api, operationId })) ?? [], (id) => told.add(id)),
  });
  return {
    world: {
      ...{ url: front.url, seed, of: all.length, requests: validRequests(subjects) },
      faults: faults.map(({ placed: _, ...fault }) => fault),
    },
    turnTo(pass) {
      const account = [...told];
      told.clear();
      lies = Map.groupBy(
        faults.filter((one) => one.pass === pass),
        keyOf,
      );
      return account;
    },
    async [Symbol.asyncDispose]() {
      await front[Symbol.asyncDispose]();
      await truth[Symbol.asyncDispose]();
    },
  };
}

function keyOf({ api, operationId }: { api: string; operationId: string }): string {
  return JSON.stringify([api, operationId]);
}
