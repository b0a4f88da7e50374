import { successOf } from '../../createTruth.ts';
import type { Fault } from '../../fault.ts';

/** The mock does nothing where an answer is asked for: it answers as if it had. */
export const onlyAnswering: NonNullable<Fault['ask']> = async ({ operation, request }) => ({
  ...request,
  headers: { ...request.headers, prefer: `code=${successOf(operation)}` },
});
