/**
 * Each fault with its pass: the first of every operation and status in pass 0, the second in pass 1. There are as many
 * passes as one operation has faults of one status at most.
 */
export function inPasses<Fault extends { api: string; operationId: string; status: number }>(
  faults: readonly Fault[],
): (Fault & { pass: number })[] {
  const next = new Map<string, number>();
  return faults.map((fault) => {
    const key = JSON.stringify([fault.api, fault.operationId, fault.status]);
    const pass = next.get(key) ?? 0;
    next.set(key, pass + 1);
    return { ...fault, pass };
  });
}
