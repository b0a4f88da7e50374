import type { SampleResponse } from './page.ts';

/** Reads `Example response (401):` with its headers, one a line in lower case, and the JSON below them. */
export function readResponse(lines: readonly string[]): SampleResponse | undefined {
  const start = lines.findIndex((line) => exampleResponse.test(line));
  if (start < 0) return undefined;
  const below = lines.slice(start + 1);
  const body = below.findIndex((line) => /^[[{"]/.test(line));
  const headers = below.slice(0, body).flatMap((line) => {
    const [, name, value] = /^([a-z-]+): (.*)$/.exec(line) ?? [];
    return name === undefined || value === undefined ? [] : [[name, value] as const];
  });
  return {
    status: Number(exampleResponse.exec(lines[start] ?? '')?.[1]),
    headers: Object.fromEntries(headers),
    // The lines below the JSON may hold a no-break space, which is none to JSON.
    body: JSON.parse(below.slice(body).join('\n').trim()),
  };
}

const exampleResponse = /^Example response \((\d{3})\):$/;
