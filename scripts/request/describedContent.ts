import type { MediaType, Operation } from '../model/operation.ts';

/** What describes a body: its media type, or, where its content type is none that the operation describes, the first. */
export function describedContent(
  { requestBody }: Operation,
  contentType: string | undefined,
): MediaType | undefined {
  const { content = [] } = requestBody ?? {};
  return content.find(({ name }) => name === contentType) ?? content[0];
}
