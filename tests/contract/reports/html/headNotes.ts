import { count } from '../../../../scripts/cli/count.ts';
import { type Html, html } from '../../../../scripts/docs/html/html.ts';
import type { Report } from '../../../../scripts/model/report.ts';
import { stopText } from '../stopText.ts';

/** What nobody must overlook: that the run ended early, and that it left what it should have deleted, which fails it. */
export function headNotes(report: Report): Html[] {
  const stop = stopText(report);
  const left = report.cleanup?.left.filter(({ isDeletable }) => isDeletable).length ?? 0;
  return [
    ...(stop ? [html`<p class="stopped">The run ended early: ${stop}</p>`] : []),
    ...(left > 0
      ? [
          html`<p class="left"><a href="#left">${count(left, 'thing')} should have been deleted and may still be there</a></p>`,
        ]
      : []),
  ];
}
