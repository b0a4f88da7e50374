import type { Exchange } from '../../../scripts/model/exchange.ts';
import type { Stop } from '../../../scripts/model/stop.ts';

interface CircuitOptions {
  /** Asks the target's base URL; the status of whatever it answers, `undefined` if it does not. */
  probe: () => Promise<number | undefined>;
  trip: (stop: Stop) => void;
}

/** Finds out whether a failure is that of one operation, or whether nobody is there any more. */
export interface Circuit {
  /** Looks at the end of each exchange. When it is over, the run has been stopped if the target is down. */
  watch(exchange: Exchange): Promise<void>;
}

/** What a gateway says of a server that is gone: RFC 9110 sections 15.6.3 to 15.6.5. */
const gatewayStatuses = new Set([502, 503, 504]);
/** So many of them one after the other, and not one other answer, are looked into. */
const mostInRow = 10;

/**
 * A request without any answer is looked into at once, by a request for the base URL: where that is not answered either,
 * the target is down, and no finding is made of it.
 */
export function createCircuit({ probe, trip }: CircuitOptions): Circuit {
  let inRow = 0;
  let underway: Promise<number | undefined> | undefined;

  const ask = (): Promise<number | undefined> => {
    underway ??= probe().finally(() => {
      underway = undefined;
    });
    return underway;
  };

  const watchGateway = async (status: number) => {
    inRow += 1;
    if (inRow < mostInRow) return;
    inRow = 0;
    const answered = await ask();
    if (answered === undefined || gatewayStatuses.has(answered))
      trip({ kind: 'down', reason: `the target is down: it answers everything with ${status}` });
  };

  return {
    async watch({ response, failure, hasBegun }) {
      if (response && gatewayStatuses.has(response.status)) return watchGateway(response.status);
      if (response || hasBegun) {
        inRow = 0;
        return;
      }
      if ((await ask()) !== undefined) return;
      trip({ kind: 'down', reason: `the target is down: it ${failure?.message ?? 'did not answer'}` });
    },
  };
}
