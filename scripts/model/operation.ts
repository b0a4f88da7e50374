import type { Json, JsonObject } from './json.ts';
import type { Place } from './place.ts';
import type { SecurityRequirement, TokenSource } from './securityScheme.ts';
import type { StatedPlace, Statement } from './statement.ts';

/** A JSON Schema as it stands in the bundle; its `$ref`s are not followed. */
export interface SchemaPlace extends Place {
  schema: Json;
}

export type ParameterLocation = 'path' | 'query' | 'header' | 'cookie';

export interface Parameter extends Place {
  name: string;
  in: ParameterLocation;
  required: boolean;
  description?: string;
  /** OpenAPI 3.1 section 4.8.12.2; the location's default where the document names none. */
  style: string;
  explode: boolean;
  /** The media type that its value is written in, where the document describes it by `content` in place of a style. */
  mediaType?: string;
  schema: SchemaPlace;
  /** By key; a lone `example` has the key `example`. */
  examples: Record<string, Json>;
  /** Where its value comes from when it carries a token (`x-token`). */
  token?: TokenSource;
  sensitive: boolean;
}

export interface MediaType extends Place {
  /** As written in the document: `application/json`. */
  name: string;
  schema?: SchemaPlace;
  examples: Record<string, Json>;
  /** The encoding object of form bodies, by property. */
  encoding: Record<string, JsonObject>;
}

export interface RequestBody extends Place {
  required: boolean;
  content: MediaType[];
}

export interface Header extends Place {
  name: string;
  required: boolean;
  schema?: SchemaPlace;
}

/** A link of a response (OpenAPI 3.1 section 4.8.20): what of it another operation is asked with. */
export interface Link {
  name: string;
  /** Of the operation that it leads to. */
  operationId: string;
  /** Runtime expressions, or constants, by the name of the parameter that they fill. */
  parameters: Record<string, Json>;
}

export interface Response extends Place {
  /** `200`, `4XX` or `default`. */
  status: string;
  description: string;
  headers: Header[];
  content: MediaType[];
  /** Those that lead to an operation of the document. */
  links: Link[];
}

export type Method = 'GET' | 'PUT' | 'POST' | 'DELETE' | 'OPTIONS' | 'HEAD' | 'PATCH' | 'TRACE';

export interface Operation extends Place {
  operationId: string;
  method: Method;
  /** The path template: `/cases/{id}`. */
  path: string;
  tag: string;
  summary: string;
  description: string;
  deprecated: boolean;
  parameters: Parameter[];
  requestBody?: RequestBody;
  responses: Response[];
  /** The alternatives, of which one must be met; none: nothing is stated. */
  security: SecurityRequirement[];
  source?: { document: string; section: string };
  /** Why an operation whose method looks harmless is none (`x-effect`). */
  effect?: string;
  /** Whether the token that it is sent with may be no good afterwards: `x-ends-session`, or an `x-token` that says so. */
  endsSession: boolean;
  /** Requests that the server makes to the client: described, listed, not sent by us. */
  callbacks: Operation[];
  /** The bundle that it stands in: what its `$ref`s point into. */
  document: JsonObject;
  /** Every checkable claim about this operation, with its evidence. Listed when first asked for. */
  readonly statements: Statement[];
  /** What is stated at a usage pointer; of a schema that is used twice, `statements` lists the first usage only. */
  statementAt(usage: string): StatedPlace;
}
