import type { CallOptions } from './callOptions.ts';
import type { CallResult, ParseAs, SuccessResult } from './callResult.ts';
import type { Middleware } from './middleware.ts';

/**
 * The type of a generated client: the methods of openapi-fetch, bound to the `paths` that openapi-typescript writes, with
 * what openapi-fetch's own type lets pass refused (an unknown field beside known ones), files kept what they are, and
 * results told apart by their status. `Tokens` names, by path, the path parameters that the client fills in.
 */
export type ApiClient<Paths, Tokens = Empty> = {
  [Method in HttpMethod as PathsWith<Paths, Method> extends never ? never : Uppercase<Method>]: <
    Path extends PathsWith<Paths, Method>,
    As extends ParseAs = 'document',
    Throw extends boolean = false,
  >(
    path: Path,
    ...init: Init<CallOptions<Member<Paths[Path], Method>, Member<Tokens, Path>> & ResultOptions<As, Throw>>
  ) => Promise<
    Throw extends true
      ? SuccessResult<Member<Paths[Path], Method>, As>
      : CallResult<Member<Paths[Path], Method>, As>
  >;
} & {
  /** Adds middleware, as openapi-fetch has it. It sees requests before credentials are put in. */
  use(...middleware: Middleware[]): void;
  eject(...middleware: Middleware[]): void;
};

interface ResultOptions<As, Throw> {
  parseAs?: As;
  /** An answer that is no success becomes a `ServiceError`, with its status, request id and body. */
  throwOnError?: Throw;
}

type Empty = Record<never, never>;

type HttpMethod = 'get' | 'put' | 'post' | 'delete' | 'options' | 'head' | 'patch' | 'trace';

type PathsWith<Paths, Method extends HttpMethod> = {
  [Path in keyof Paths]: Paths[Path] extends Record<Method, object> ? Path : never;
}[keyof Paths];

type Member<T, Key> = Key extends keyof T ? T[Key] : never;

/** Required only if something in it is. */
type Init<Options> = Empty extends Options ? [init?: Options] : [init: Options];
