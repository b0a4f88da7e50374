/**
 * The status by which a mock can be asked for a documented one: itself, or, of a range or `default`, the first that it
 * covers and that is not documented apart (OpenAPI 3.1 section 4.8.16).
 * @param documented all statuses of the operation
 * @returns `undefined` where no final answer has such a status (RFC 9110 section 15.2)
 */
export function askableStatus(status: string, documented: readonly string[]): string | undefined {
  if (/^[2-5]\d\d$/.test(status)) return status;
  const taken = (code: string) =>
    documented.includes(code) || (status === 'default' && documented.some((one) => rangeOf(one) === code[0]));
  const classes = status === 'default' ? ['5', '4', '2'] : [rangeOf(status) ?? []].flat();
  return classes
    .filter((first) => /[2-5]/.test(first))
    .flatMap((first) => Array.from({ length: 100 }, (_, index) => String(Number(first) * 100 + index)))
    .find((code) => !taken(code));
}

/** `4` of `4XX`. */
function rangeOf(status: string): string | undefined {
  return /^\dXX$/i.test(status) ? status[0] : undefined;
}
