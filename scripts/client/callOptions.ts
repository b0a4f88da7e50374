import type { CallSettings } from './clientOptions.ts';
import type { HeaderFields } from './headerFields.ts';
import type { Middleware } from './middleware.ts';

/** What a call may or must be given, in the words of openapi-fetch; `Token` names the path parameters that the client fills in. */
export type CallOptions<Operation, Token = never> = ParameterOptions<Operation, Token> &
  BodyOptions<Operation> &
  Omit<RequestInit, 'body' | 'headers' | 'method'> &
  CallSettings & {
    /** A `Content-Type` here chooses between the document's media types. */
    headers?: HeaderFields;
    middleware?: Middleware[];
  };

type ParameterOptions<Operation, Token> = Operation extends { parameters: infer Parameters }
  ? OptionalIfEmpty<'params', WithoutTokens<Parameters, Token>>
  : { params?: never };

type WithoutTokens<Parameters, Token> = [Token] extends [never]
  ? Parameters
  : Parameters extends { path: infer Path }
    ? Omit<Parameters, 'path'> &
        OptionalIfEmpty<'path', Omit<Path, Token & string> & Partial<Pick<Path, Token & keyof Path>>>
    : Parameters;

type OptionalIfEmpty<Name extends string, T> =
  Record<never, never> extends T ? { [Key in Name]?: T } : { [Key in Name]: T };

type BodyOptions<Operation> = Operation extends { requestBody: { content: infer Content } }
  ? { body: Sendable<Content> }
  : Operation extends { requestBody?: infer Body }
    ? { body?: BodyOf<NonNullable<Body>> }
    : { body?: never };

/** The body of an operation that has one. */
export type RequestBodyOf<Operation> = Operation extends { requestBody?: infer Body }
  ? BodyOf<NonNullable<Body>>
  : never;

type BodyOf<Body> = Body extends { content: infer Content } ? Sendable<Content> : never;

/**
 * A form's files, and a body that is one, may be whatever holds bytes; JSON is what it is. What may be sent either way is
 * told of once: of a field that stands in two types an editor shows no documentation.
 */
type Sendable<Content> =
  | Others<Content>
  | (Content[keyof Content & Json] extends Others<Content> ? never : Content[keyof Content & Json]);

type Others<Content> = WithFiles<Content[Exclude<keyof Content, Json>]>;

type Json = `${string}json`;

type WithFiles<T> = T extends Blob
  ? Upload
  : T extends (infer Item)[]
    ? WithFiles<Item>[]
    : T extends object
      ? { [Key in keyof T]: WithFiles<T[Key]> }
      : T;

/** A File carries its part's name and media type. A stream in a form is read whole before it is sent. */
export type Upload = Blob | ArrayBuffer | ArrayBufferView | ReadableStream<Uint8Array>;
