/**
 * A body whose streams have been read whole: a form can carry a Blob and no stream. A body that is a stream itself stays one.
 */
export async function collectStreams(body: unknown): Promise<unknown> {
  if (!isContainer(body) || !holdsStream(body)) return body;
  return collected(body);
}

async function collected(value: unknown): Promise<unknown> {
  if (value instanceof ReadableStream) return new Response(value).blob();
  if (!isContainer(value)) return value;
  if (Array.isArray(value)) return Promise.all(value.map(collected));
  const members = Object.entries(value).map(async ([key, member]) => [key, await collected(member)]);
  return Object.fromEntries(await Promise.all(members));
}

function holdsStream(value: unknown): boolean {
  if (value instanceof ReadableStream) return true;
  return isContainer(value) && Object.values(value).some(holdsStream);
}

/** A list, or an object that is nothing but its members. */
function isContainer(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false;
  return Array.isArray(value) || [Object.prototype, null].includes(Object.getPrototypeOf(value));
}
