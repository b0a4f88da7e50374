import type { RequestInputs } from '../../../scripts/model/case.ts';
import type { ReportedRequest, ReportedResponse } from '../../../scripts/model/report.ts';
import { type Exchanged, requestDetails } from '../details.ts';
import type { Redactor } from '../redact.ts';
import { sensitiveValues } from '../sensitiveValues.ts';
import { foreignNames, withoutForeign } from './foreignValues.ts';
import { requestShape } from './requestShape.ts';
import { responseShape } from './responseShape.ts';
import type { Teller } from './teller.ts';

interface LiveExchange extends Exchanged {
  /** The inputs as they were made up from the document, before the run put values of its own in their place. */
  made: RequestInputs;
  teller: Teller;
}

interface LiveDetails {
  request: ReportedRequest;
  response?: ReportedResponse;
  curl: string;
}

/**
 * An exchange with a live server, as a report may show it: shapes in place of values. The `curl` line has the values that
 * we made up, or nobody could repeat it; variables for credentials; and masks for what the document calls sensitive, and for
 * what came from the server or the user.
 */
export function liveDetails(exchange: LiveExchange): LiveDetails {
  const { operation, teller } = exchange;
  const { response } = exchange.exchange;
  const own = requestDetails(ownExchange(exchange));
  return {
    request: teller.showsValues ? own.request : requestShape(exchange),
    ...(response && { response: responseShape(response, { operation, teller }) }),
    curl: own.curl,
  };
}

/** What of it is of our making. */
function ownExchange({ operation, exchange, inputs, made, redactor }: LiveExchange): Exchanged {
  const isSecret = (text: string) => redactor.secrets().has(text);
  const { body } = inputs;
  const own =
    body === undefined ? inputs : { ...inputs, body: withoutForeign(body, { made: made.body, isSecret }) };
  const hiding = redactor.hiding(foreignNames({ inputs, made }));
  // Bytes that were sent as they are have no names to mask by.
  const nameless = inputs.rawBody === undefined ? [] : sensitiveIn(inputs, redactor);
  return { operation, exchange, inputs: own, redactor: hiding.without(nameless) };
}

function sensitiveIn(inputs: RequestInputs, { isSensitive }: Redactor): string[] {
  return sensitiveValues({ inputs, response: undefined, isSensitive });
}
