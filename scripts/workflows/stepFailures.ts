import { mediaKind } from '../client/mediaType.ts';
import type { ExecutedCheck, ExecutedStep } from './respectReport.ts';

/** What a check of Respect's says, without the values that its message may hold. */
const sentences: Record<string, string> = {
  'status code check': 'the status is not described',
  'content-type check': 'the content type is not described',
  'schema check': 'the body does not obey its schema',
  'failed network request': 'no answer came that could be read',
  'unexpected error': 'the step could not be made: a value that it needs is missing',
};

/** What did not hold of a step, in Respect's order. */
export function stepFailures({ checks = [], response }: ExecutedStep): string[] {
  const contentType = response?.headers?.['content-type'] ?? '';
  return checks
    .filter((check) => !check.passed && !isMistaken(check, contentType))
    .map(
      ({ name, condition }) => (name === 'success criteria check' && condition) || sentences[name] || name,
    );
}

/**
 * Respect reads an answer of bytes (a PDF, an image) as an object, and then finds that it is no string. Whether the bytes are
 * what they are said to be is what the check `body-bytes` of the contract's tests looks at.
 */
function isMistaken({ name }: ExecutedCheck, contentType: string): boolean {
  return name === 'schema check' && contentType !== '' && mediaKind(contentType) === 'bytes';
}
