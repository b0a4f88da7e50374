/** Whether a File, Blob, bytes or a stream stand anywhere in a body. */
export function containsFile(body: unknown): boolean {
  if (typeof body !== 'object' || body === null) return false;
  return isFile(body) || Object.values(body).some(containsFile);
}

/** Whether a body is itself a File, Blob, bytes or a stream. */
export function isFile(value: unknown): boolean {
  return (
    [Blob, ArrayBuffer, ReadableStream].some((kind) => value instanceof kind) || ArrayBuffer.isView(value)
  );
}
