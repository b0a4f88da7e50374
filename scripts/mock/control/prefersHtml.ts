/** Whether a client would rather read HTML than JSON (RFC 9110 section 12.5.1): browsers do, and name it. */
export function prefersHtml(accept: string | undefined): boolean {
  const weights = new Map((accept ?? '').split(',').map(weighed));
  return (weights.get('text/html') ?? 0) > (weights.get('application/json') ?? 0);
}

function weighed(range: string): [string, number] {
  const [type = '', ...parameters] = range.split(';').map((part) => part.trim().toLowerCase());
  const weight = parameters.find((one) => one.startsWith('q='))?.slice(2) ?? '1';
  return [type, Number(weight) || 0];
}
