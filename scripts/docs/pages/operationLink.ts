import type { Api } from '../../model/api.ts';
import { type Html, html } from '../html/html.ts';

/** An operation of a report, linked to its reference where the site has one; seen from the site's top folder. */
export function operationLink(api: Api | undefined, { operationId }: { operationId: string }): Html {
  const isKnown = api?.operations.some((one) => one.operationId === operationId);
  if (!api || !isKnown) return html`<code>${operationId}</code>`;
  return html`<a href="apis/${api.name}/index.html#operation/${operationId}">${operationId}</a>`;
}
