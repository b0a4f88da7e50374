import type { AnsweredRequest } from './answeredRequest.ts';

/** `POST   /clinic/scans  400  1.3 ms  invalid`. */
export function requestLine({ method, path, status, durationMs, refused }: AnsweredRequest): string {
  const words = [method.padEnd(6), path, String(status), `${durationMs.toFixed(1)} ms`];
  return [...words, ...(refused === undefined ? [] : [refused])].join('  ');
}
