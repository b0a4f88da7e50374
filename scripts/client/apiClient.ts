import type { HeadersOptions, Middleware } from 'openapi-fetch';

/**
 * The type of a generated client: openapi-fetch's methods, bound to the `paths` that openapi-typescript writes, with what
 * openapi-fetch's own type lets pass refused (an unknown field beside known ones) and files kept what they are.
 * `Tokens` names, by path, the path parameters that the client fills in.
 */
export type ApiClient<Paths, Tokens = Empty> = {
  [Method in HttpMethod as PathsWith<Paths, Method> extends never ? never : Uppercase<Method>]: <
    Path extends PathsWith<Paths, Method>,
    As extends ParseAs = 'document',
  >(
    path: Path,
    ...init: Init<CallOptions<Member<Paths[Path], Method>, Member<Tokens, Path>> & { parseAs?: As }>
  ) => Promise<CallResult<Member<Paths[Path], Method>, As>>;
} & {
  /** Adds openapi-fetch middleware. It sees requests before credentials are put in. */
  use(...middleware: Middleware[]): void;
  eject(...middleware: Middleware[]): void;
};

type Empty = Record<never, never>;

type HttpMethod = 'get' | 'put' | 'post' | 'delete' | 'options' | 'head' | 'patch' | 'trace';

type PathsWith<Paths, Method extends HttpMethod> = {
  [Path in keyof Paths]: Paths[Path] extends Record<Method, object> ? Path : never;
}[keyof Paths];

type Member<T, Key> = Key extends keyof T ? T[Key] : never;

/** Required only if something in it is. */
type Init<Options> = Empty extends Options ? [init?: Options] : [init: Options];

export type CallOptions<Operation, Token = never> = ParameterOptions<Operation, Token> &
  BodyOptions<Operation> &
  Omit<RequestInit, 'body' | 'headers' | 'method'> & {
    /** A `Content-Type` here chooses between the document's media types. */
    headers?: HeadersOptions;
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

type OptionalIfEmpty<Name extends string, T> = Empty extends T ? { [Key in Name]?: T } : { [Key in Name]: T };

type BodyOptions<Operation> = Operation extends { requestBody: { content: infer Content } }
  ? { body: Content[keyof Content] }
  : Operation extends { requestBody?: infer Body }
    ? { body?: BodyOf<NonNullable<Body>> }
    : { body?: never };

type BodyOf<Body> = Body extends { content: infer Content } ? Content[keyof Content] : never;

/** `document`, the default, is what the document says of the operation. */
export type ParseAs = 'document' | 'json' | 'text' | 'blob' | 'arrayBuffer' | 'stream';

/**
 * Look at `response.ok` where it matters: an error without a body leaves both `data` and `error` undefined, as does a
 * success without one.
 */
export type CallResult<Operation, As extends ParseAs = 'document'> =
  | { data: Parsed<Content<Operation, OkStatus>, As>; error?: never; response: Response }
  | { data?: never; error: ErrorOf<Content<Operation, ErrorStatus<Operation>>>; response: Response };

type Parsed<T, As extends ParseAs> = As extends 'document'
  ? T
  : {
      document: T;
      json: T;
      text: string;
      blob: Blob;
      arrayBuffer: ArrayBuffer;
      stream: Response['body'];
    }[As];

/** An error that the document does not describe may be anything. */
type ErrorOf<T> = [T] extends [never] ? unknown : T;

type OkStatus = 200 | 201 | 202 | 203 | 204 | 205 | 206 | 207 | 208 | 226 | '2XX';

type ErrorStatus<Operation> = Exclude<keyof Member<Operation, 'responses'>, OkStatus>;

type Content<Operation, Status> = {
  [Key in keyof Member<Operation, 'responses'>]: Key extends Status
    ? ContentOf<Member<Operation, 'responses'>[Key]>
    : never;
}[keyof Member<Operation, 'responses'>];

type ContentOf<Answer> = Answer extends { content: infer Types } ? Types[keyof Types] : undefined;
