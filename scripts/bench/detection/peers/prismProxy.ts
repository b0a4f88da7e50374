import { inParallel } from '../../../cli/inParallel.ts';
import type { PeerFault, PeerRequest } from '../../../model/peerFault.ts';
import type { Peer, PeerOutcome, PeerSetting, RunningPeer } from './peer.ts';
import { sendThrough } from './sendThrough.ts';
import { type PrismProxy, startPrismProxy } from './startPrismProxy.ts';

/** So many requests at once. */
const width = 8;

/** Prism between a client and the server: our cases' valid requests go through it, and it judges what comes back. */
export const prismProxy: Peer = {
  name: 'Prism proxy',
  setup:
    'Prism 5: prism proxy <bundle> <server> --errors; the valid requests of our cases are sent through it',
  async start({ root, apis, world }: PeerSetting) {
    const proxies = await Promise.all(
      apis.map(async ({ name }) => {
        const proxy = await startPrismProxy({ root, api: name, upstream: `${world.url}/${name}` });
        return [name, proxy] as const;
      }),
    );
    return running(new Map(proxies), world.requests);
  },
};

function running(proxies: Map<string, PrismProxy>, requests: PeerRequest[]): RunningPeer {
  const known = new Map(requests.map((one) => [one.id, one]));
  let clean = new Set<string>();
  const judge = async (request: PeerRequest): Promise<PeerOutcome> => {
    const { id, api, operationId, status } = request;
    const failure = await sendThrough(proxies.get(api)?.url ?? '', request);
    return { key: id, api, operationId, status, ...(failure !== undefined && { failure }) };
  };
  return {
    notes: [],
    async judgeTruth() {
      const truth = await inParallel(requests, { width, work: judge });
      clean = new Set(truth.filter(({ failure }) => failure === undefined).map(({ key }) => key));
      return truth;
    },
    judgeLies: (lies) => inParallel(lies.flatMap(requestFor), { width, work: judge }),
    async [Symbol.asyncDispose]() {
      await Promise.all([...proxies.values()].map((proxy) => proxy.stop()));
    },
  };

  /** The first request to which the lie shows, and that the proxy lets through. */
  function requestFor({ shows }: PeerFault): PeerRequest[] {
    const first = shows.find((id) => clean.has(id));
    return [known.get(first ?? '') ?? []].flat();
  }
}
