/**
 * An answer that names what a server holds: the one that a request has created, or all in a list. Pointers are RFC 6901's.
 */
export interface ResourceAnswer {
  operationId: string;
  /** The described status: `201`. */
  status: string;
  /** Where the list stands in the body; `undefined`: the answer speaks of one. */
  list?: string;
  /** Where the representation stands: in the body, or in each item of the list. */
  item: string;
  /** Where the identifier stands in the representation; `''`: the item is the identifier. */
  identifier: string;
}

/** How an operation whose path ends with an identifier treats what it names. */
export type ResourceMethod = 'read' | 'update' | 'delete';

/** An identifier in the path of an operation. */
export interface ResourcePlace {
  operationId: string;
  /** The path parameter's name. */
  parameter: string;
  /** `undefined`: the path goes on behind the identifier. */
  method?: ResourceMethod;
}

/** A kind of thing that a server holds under identifiers (RFC 3986 section 1.1), as far as links and paths tell. */
export interface Resource {
  /** Its first place, with the identifiers of all resources left out: `/users/{}/meta/{}`. */
  name: string;
  places: ResourcePlace[];
  creates: ResourceAnswer[];
  lists: ResourceAnswer[];
}

/** What an operation's path names: the outermost resource first. */
export interface NamedResource {
  resource: Resource;
  parameter: string;
}

export interface Resources {
  all: readonly Resource[];
  /** The resources whose identifiers stand in the path of an operation. */
  named(operationId: string): readonly NamedResource[];
  /** What an operation does with the last of them, if its path ends there. */
  ownPlace(operationId: string): (ResourcePlace & { resource: Resource }) | undefined;
  creates(operationId: string): (ResourceAnswer & { resource: Resource }) | undefined;
  lists(operationId: string): (ResourceAnswer & { resource: Resource }) | undefined;
}
