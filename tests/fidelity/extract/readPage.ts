import { nestInputs } from './nestInputs.ts';
import type { Section } from './page.ts';
import { type Paragraph, paragraphsOf } from './paragraphs.ts';
import { readHeading } from './readHeading.ts';
import { readLists } from './readLists.ts';
import { readResponse } from './readResponse.ts';
import { readSample } from './readSample.ts';

/**
 * Reads the text of a page that Laravel Scribe generated. Each section has one line "Example request:": the heading
 * stands above it, sample, response and lists below. Throws, with the line, where the text does not have this form.
 */
export function readPage(text: string): Section[] {
  const lines = text.split(/\r?\n/);
  const starts = lines.flatMap((line, index) => (line === 'Example request:' ? [index] : []));
  let heading: readonly Paragraph[] = paragraphsOf(lines.slice(0, starts[0]), 1);
  let group: string | undefined;
  return starts.map((start, index) => {
    const below = readBelow({ lines: lines.slice(start, starts[index + 1]), firstLine: start + 1 });
    const { group: newGroup = group, ...rest } = readHeading(heading);
    if (newGroup === undefined) throw new Error(`Line ${start + 1}: a section stands above the first group.`);
    [heading, group] = [below.rest, newGroup];
    return { line: start + 1, group: newGroup, ...rest, ...below.section };
  });
}

type Below = Pick<Section, 'headers' | 'inputs' | 'operations' | 'response' | 'sample'>;

/** Reads a section's lines from its example on; the rest is the next section's heading. */
function readBelow({ lines, firstLine }: { lines: readonly string[]; firstLine: number }): {
  section: Below;
  rest: readonly Paragraph[];
} {
  const request = lines.findIndex((line) => /^Request[\u00a0 ]*$/u.test(line));
  if (request < 0) throw new Error(`Line ${firstLine}: the section has no line "Request".`);
  const sample = readSample(lines.slice(0, request));
  const response = readResponse(lines.slice(0, request));
  const { operations, headers, inputs, rest } = readLists(
    paragraphsOf(lines.slice(request + 1), firstLine + request + 1),
  );
  if (operations.length === 0) throw new Error(`Line ${firstLine}: the section names no address.`);
  const section = {
    operations,
    headers,
    sample,
    inputs: nestInputs(inputs, sample),
    ...(response && { response }),
  };
  return { section, rest };
}
