import type { Operation } from './operation.ts';
import type { Resource, ResourceAnswer } from './resource.ts';

/** A list of what a server holds of a resource. */
export interface Listing {
  operation: Operation;
  answer: ResourceAnswer;
}

/** How a resource comes to be by one operation, and by which others it is read, listed, changed and deleted then. */
export interface Life {
  resource: Resource;
  maker: Operation;
  /** Where the answer of `maker` tells the identifier. */
  answer: ResourceAnswer;
  reader?: Operation;
  listing?: Listing;
  deleter?: Operation;
}
