import type { Dispatcher } from 'undici';
import { TimedOut } from './failureOf.ts';

/**
 * Ends an exchange that is not whole in time, in milliseconds from when its request goes out: a server that sends a byte
 * a second is never silent, and never done. The time for which a request waits for a free connection does not count.
 */
export function deadline(patience: number): Dispatcher.DispatcherComposeInterceptor {
  return (dispatch) => (options, handler) => {
    let timer: NodeJS.Timeout | undefined;
    return dispatch(options, {
      onRequestStart(controller, context) {
        clearTimeout(timer);
        timer = setTimeout(() => controller.abort(new TimedOut()), patience);
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
