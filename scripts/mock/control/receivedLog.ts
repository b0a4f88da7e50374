/** A request as it came, with what became of it. It may hold secrets: only `recordedRequest` makes it fit to be shown. */
export interface ReceivedRequest {
  at: Date;
  method: string;
  target: string;
  headers: Record<string, string | string[] | undefined>;
  /** Only where it was read, and is small enough to be kept. */
  body?: Buffer;
  /** 0 also where the content was not read: a refusal came first. */
  bodyBytes: number;
  status: number;
  durationMs: number;
  refused?: string;
}

/** The last requests, oldest first: at most so many, and at most so many bytes of them. */
export interface ReceivedLog {
  add(request: ReceivedRequest): void;
  list(): readonly ReceivedRequest[];
  /** How many came since the start or the last `clear`, those that are no longer kept included. */
  total(): number;
  clear(): void;
}

const most = 1000;
const mostBytes = 8 * 1024 * 1024;
/** Longer content is counted, and not kept. */
const mostBodyBytes = 64 * 1024;

export function createReceivedLog(): ReceivedLog {
  let kept: ReceivedRequest[] = [];
  let bytes = 0;
  let total = 0;
  return {
    add(request) {
      const { body, ...head } = request;
      const entry = body && body.length <= mostBodyBytes ? { ...head, body } : head;
      kept.push(entry);
      bytes += sizeOf(entry);
      total += 1;
      while (kept.length > most || bytes > mostBytes) bytes -= sizeOf(kept.shift());
    },
    list: () => kept,
    total: () => total,
    clear() {
      kept = [];
      bytes = 0;
      total = 0;
    },
  };
}

/** About how much it holds: what a client decides about. */
function sizeOf(request: ReceivedRequest | undefined): number {
  if (!request) return 0;
  const fields = Object.entries(request.headers).map(([name, value]) => name.length + String(value).length);
  return fields.reduce((sum, length) => sum + length, request.target.length + (request.body?.length ?? 0));
}
