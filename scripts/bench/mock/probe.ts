/**
 * Loaded before a measured server (`--import`): it tells, when asked, what can only be seen from inside of it. Memory is
 * told after a collection where the process may be made to collect (`--expose-gc`).
 */
export interface ServerFigures {
  /** Time of a processor so far, in milliseconds. */
  cpuMs: number;
  /** In bytes. */
  rssBytes: number;
  heapBytes: number;
}

process.on('message', () => {
  globalThis.gc?.();
  const { user, system } = process.cpuUsage();
  const { rss, heapUsed, external } = process.memoryUsage();
  const figures: ServerFigures = {
    cpuMs: (user + system) / 1000,
    rssBytes: rss,
    // What buffers hold lies outside of the heap.
    heapBytes: heapUsed + external,
  };
  process.send?.(figures);
});
// A server that is told to stop does not wait for further questions.
process.channel?.unref();
