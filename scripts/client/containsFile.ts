/** Whether a File or Blob stands anywhere in a body. */
export function containsFile(body: unknown): boolean {
  if (typeof body !== 'object' || body === null) return false;
  return body instanceof Blob || Object.values(body).some(containsFile);
}
