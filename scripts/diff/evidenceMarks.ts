import { parsePointer } from '../json/pointer.ts';

/** The extensions that say how we know a statement, not what it is. */
const marks: ReadonlySet<string> = new Set(['x-inferred', 'x-conflict', 'x-source']);

interface MarkedChange {
  /** JSON pointer with a leading `#`. */
  path: string;
  /** As Redocly names types; what stands inside an extension is a `SpecExtension`. */
  typeName: string;
  property?: string;
}

/** Whether a change is one of a mark. A property or a header that is called like a mark is none. */
export function isEvidenceMark({ path, typeName, property = '' }: MarkedChange): boolean {
  if (typeName !== 'SpecExtension') return marks.has(property);
  return parsePointer(path.replace(/^#/, '')).some((token) => marks.has(token));
}
