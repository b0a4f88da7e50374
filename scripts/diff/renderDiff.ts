import { count } from '../cli/count.ts';
import { type ApiDiff, breaks, type Change, type EvidenceChange } from './apiDiff.ts';
import { placeOf } from './placeOf.ts';

type Paint = (format: 'red' | 'green' | 'yellow' | 'dim' | 'bold', text: string) => string;

/** The changes of each API, breaking ones first, as text for a terminal. */
export function renderDiff(diffs: readonly ApiDiff[], paint: Paint): string {
  return diffs.map((diff) => renderApi(diff, paint)).join('');
}

function renderApi(diff: ApiDiff, paint: Paint): string {
  const lines = [
    `${paint('bold', diff.api)}  ${summarise(diff, paint)}`,
    ...section(
      'breaking',
      diff.breaking.flatMap((change) => renderChange(change)),
    ),
    ...section(
      'other',
      diff.other.flatMap((change) => renderChange(change)),
    ),
    ...section('evidence alone', diff.evidence.flatMap(renderEvidence)),
  ];
  return `${lines.join('\n')}\n`;
}

function summarise(diff: ApiDiff, paint: Paint): string {
  if (diff.status === 'new') return paint('green', 'new API');
  if (diff.status === 'removed') return paint('red', 'removed API: breaking');
  const parts = [
    diff.breaking.length > 0 ? `${diff.breaking.length} breaking` : '',
    diff.other.length > 0 ? `${diff.other.length} other` : '',
    diff.evidence.length > 0 ? `${diff.evidence.length} of evidence alone` : '',
  ].filter(Boolean);
  if (parts.length === 0) return paint('dim', 'no changes');
  return paint(breaks(diff) ? 'red' : 'green', parts.join(', '));
}

function section(title: string, lines: string[]): string[] {
  return lines.length > 0 ? [`  ${title}`, ...lines.map((line) => `    ${line}`)] : [];
}

function renderChange({ kind, usage, member, reasons }: Change): string[] {
  const place = [placeOf(usage), member].filter(Boolean).join(' · ');
  return [
    `${kind.padEnd(8)}  ${place}`,
    ...reasons.map(({ rule, message }) => `          ${message} (${rule})`),
  ];
}

const shownPlaces = 3;

function renderEvidence({ before, after, pointers }: EvidenceChange): string[] {
  const more = pointers.length - shownPlaces;
  return [
    count(pointers.length, 'statement'),
    `  - ${before}`,
    `  + ${after}`,
    ...pointers.slice(0, shownPlaces).map((pointer) => `  at ${placeOf(pointer)}`),
    ...(more > 0 ? [`  and ${more} more`] : []),
  ];
}
