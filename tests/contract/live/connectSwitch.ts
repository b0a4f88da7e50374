import type { RunMessage } from '../../../scripts/model/runMessage.ts';
import { createStopSwitch, type StopSwitch } from './stopSwitch.ts';

const switches = new Map<string, StopSwitch>();

/** The stop switch of this worker, which the process that started the run can pull, and is told of; made once. */
export function connectSwitch(channel: string): StopSwitch {
  const known = switches.get(channel);
  if (known) return known;
  const line = new BroadcastChannel(channel);
  const tell = (message: RunMessage) => line.postMessage(message);
  const stopSwitch = createStopSwitch((stop) => tell({ stopped: stop }));
  line.onmessage = (event) => {
    const { stop } = (event as MessageEvent<RunMessage>).data;
    if (stop) stopSwitch.pull(stop);
  };
  // A run that waits for nothing else is over. Node's channels can do this, those of browsers cannot.
  (line as unknown as { unref(): void }).unref();
  // It may have been pulled before anybody here listened.
  tell({ asks: true });
  switches.set(channel, stopSwitch);
  return stopSwitch;
}
