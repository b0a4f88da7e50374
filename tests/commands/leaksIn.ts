/** So much of a value in a row is a leak. In characters. */
const piece = 6;

/** The private values that a text gives away, whole or in part, in any of the ways in which values are written. */
export function leaksIn(text: string, values: string[]): string[] {
  const searched = [text.toLowerCase(), ...decodedRuns(text).map((one) => one.toLowerCase())];
  return values.flatMap((value) => {
    const found = formsOf(value).find((form) => searched.some((one) => one.includes(form.toLowerCase())));
    return found === undefined ? [] : [`${value}: ${found}`];
  });
}

/** Each piece of it, as it is and as it is encoded. */
function formsOf(value: string): string[] {
  const written = [
    value,
    encodeURIComponent(value),
    JSON.stringify(value).slice(1, -1),
    value.replace(/[^A-Za-z0-9]+/g, '-'),
    Buffer.from(value).toString('base64').replace(/=+$/, ''),
    Buffer.from(value).toString('base64url'),
    Buffer.from(value).toString('hex'),
  ];
  return [...new Set(written.flatMap((one) => pieces(one)))];
}

function pieces(text: string): string[] {
  return Array.from({ length: Math.max(text.length - piece + 1, 1) }, (_, at) => text.slice(at, at + piece));
}

/** What is base64 in it, read from wherever it may begin. */
function decodedRuns(text: string): string[] {
  const runs = text.match(/[A-Za-z0-9+/_-]{8,}/g) ?? [];
  return [0, 1, 2, 3].map((at) =>
    runs.map((run) => Buffer.from(run.slice(at), 'base64').toString('latin1')).join('\n'),
  );
}
