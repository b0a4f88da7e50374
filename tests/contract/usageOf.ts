import { joinPointer } from '../../scripts/json/pointer.ts';
import type { Operation } from '../../scripts/model/operation.ts';

/**
 * The usage pointer of an address in generated code: `body/…` is below the schema of the base request's body, what
 * starts with a slash is whole, anything else is relative to the operation.
 */
export function usageOf(operation: Operation, address: string, contentType: string | undefined): string {
  if (address.startsWith('/')) return address;
  if (!address.startsWith('body/')) return `${operation.usage}/${address}`;
  const media = operation.requestBody?.content.find(({ name }) => name === contentType);
  const schema = media?.schema?.usage ?? joinPointer(operation.usage, 'requestBody');
  return `${schema}/${address.slice('body/'.length)}`;
}
