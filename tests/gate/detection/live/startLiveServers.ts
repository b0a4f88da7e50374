import type { Listening } from '../../../../scripts/http/listenAt.ts';
import { listen } from '../../listen.ts';
import type { Answering } from './between.ts';

/** Servers below a path of their own each, by its first segment. */
export interface LiveServers extends Listening {
  servers: Map<string, Answering>;
}

/** In milliseconds. Every run has connections of its own, which nobody needs when it is over. */
const idle = 4000;

export async function startLiveServers(): Promise<LiveServers> {
  const servers = new Map<string, Answering>();
  const listening = await listen(
    ({ target, ...rest }) => {
      const [, name = '', path = ''] = /^\/([^/]*)(.*)$/s.exec(target) ?? [];
      const server = servers.get(name);
      if (!server) throw new Error(`There is no server ${name} any more.`);
      return server({ ...rest, target: path });
    },
    { idle },
  );
  return { ...listening, servers };
}
