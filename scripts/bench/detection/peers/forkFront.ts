import { fork } from 'node:child_process';
import { on, once } from 'node:events';
import { join } from 'node:path';
import type { FrontAccount, FrontOrder, PeerWorld } from '../../../model/peerFault.ts';

export interface Front extends AsyncDisposable {
  world: PeerWorld;
  /**
   * From now on the lies of that pass are told; without one, the truth.
   * @returns the faults that have been told since the last turn, by their id
   */
  turnTo(pass?: number): Promise<string[]>;
}

interface FrontOptions {
  root: string;
  seed: number;
  /** Of faults that are alike, so many; absent: all. */
  most: number | undefined;
}

/**
 * Starts the lying server of `tests/gate` in a process of its own.
 * @throws {Error} if it ends before it listens
 */
export async function forkFront({ root, seed, most }: FrontOptions): Promise<Front> {
  const script = join(root, 'tests', 'gate', 'peerFront.ts');
  const child = fork(script, [String(seed), String(most ?? 'all')], { cwd: root });
  const messages = on(child, 'message', { close: ['exit'] });
  const next = async <Message>(): Promise<Message> => {
    const { value, done } = await messages.next();
    if (done) throw new Error('The lying server has ended.');
    return (value as [Message])[0];
  };
  return {
    world: await next<PeerWorld>(),
    async turnTo(pass) {
      child.send({ pass } satisfies FrontOrder);
      return (await next<FrontAccount>()).told;
    },
    async [Symbol.asyncDispose]() {
      const ended = once(child, 'exit');
      child.kill();
      await ended;
    },
  };
}
