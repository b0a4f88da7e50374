import type { Operation } from '../../../scripts/model/operation.ts';
import type { Evidence, StatedPlace } from '../../../scripts/model/statement.ts';
import { shortened } from './shortened.ts';

interface Broken {
  operation: Operation;
  evidence: Evidence;
  stated?: StatedPlace;
}

/** In characters. */
const longestReason = 90;

/** Where the document has what broke from, for whoever doubts it; `''` where it is not the document that says so. */
export function grounds({ operation, evidence, stated }: Broken): string {
  if (evidence === 'documented') return inBrackets(sourceOf(operation));
  if (evidence === 'conflict') return inBrackets('its sources contradict each other', sourceOf(operation));
  if (evidence !== 'inferred') return '';
  const reason = shortened((stated?.reason ?? '').replace(/\.$/, ''), longestReason);
  return inBrackets(`inferred by its authors${reason && `: ${reason}`}`);
}

function sourceOf({ source }: Operation): string {
  return source ? `source: ${source.document}, ${source.section}` : '';
}

function inBrackets(...parts: string[]): string {
  const text = parts.filter(Boolean).join('; ');
  return text && ` (${text})`;
}
