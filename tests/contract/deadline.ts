import type { Dispatcher } from 'undici';
import { TimedOut } from './failureOf.ts';

/** A timer that is later than this was kept waiting by our own work. In milliseconds. */
const ownDelay = 100;

/**
 * Ends an exchange that is not whole in time, in milliseconds from when its request goes out: a server that sends a byte
 * a second is never silent, and never done. The time for which a request waits for a free connection does not count, nor
 * that in which we judge another answer and read nothing.
 */
export function deadline(patience: number): Dispatcher.DispatcherComposeInterceptor {
  return (dispatch) => (options, handler) => {
    let timer: NodeJS.Timeout | undefined;
    return dispatch(options, {
      onRequestStart(controller, context) {
        clearTimeout(timer);
        const wait = (duration: number) => {
          const dueAt = performance.now() + duration;
          timer = setTimeout(() => {
            const lateness = performance.now() - dueAt;
            if (lateness > ownDelay) wait(lateness);
            else controller.abort(new TimedOut());
          }, duration);
        };
        wait(patience);
        handler.onRequestStart?.(controller, context);
      },
      onRequestUpgrade: (...args) => handler.onRequestUpgrade?.(...args),
      onResponseStart: (...args) => handler.onResponseStart?.(...args),
      onResponseData: (...args) => handler.onResponseData?.(...args),
      onResponseEnd(...args) {
        clearTimeout(timer);
        handler.onResponseEnd?.(...args);
      },
      onResponseError(...args) {
        clearTimeout(timer);
        handler.onResponseError?.(...args);
      },
    });
  };
}
