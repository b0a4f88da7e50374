/** What middleware is told of a call, as openapi-fetch tells it. */
export interface MiddlewareCall {
  /** Without the credentials that go into headers and cookies. */
  request: Request;
  /** The path template. */
  readonly schemaPath: string;
  readonly params: {
    readonly path?: Record<string, unknown>;
    readonly query?: Record<string, unknown>;
    readonly header?: Record<string, unknown>;
    readonly cookie?: Record<string, unknown>;
  };
  /** Of this request, however many there are at once. */
  readonly id: string;
}

type Maybe<T> = T | Nothing | Promise<T | Nothing>;

/** What comes of a function without `return`. */
type Nothing = ReturnType<() => void> | undefined;

/** What openapi-fetch's middleware may do: each may give something else in place of what it was told. */
export interface Middleware {
  /** A response in place of a request: nothing is sent. */
  onRequest?(call: MiddlewareCall): Maybe<Request | Response>;
  onResponse?(call: MiddlewareCall & { response: Response }): Maybe<Response>;
  onError?(call: MiddlewareCall & { error: unknown }): Maybe<Response | Error>;
}

export interface MiddlewareRun {
  call: MiddlewareCall;
  middleware: readonly Middleware[];
  send: (request: Request) => Promise<Response>;
}

/** Sends a request through middleware: on the way out in their order, on the way back in the opposite one. */
export async function runMiddleware({ call, middleware, send }: MiddlewareRun): Promise<Response> {
  let { request } = call;
  const told = () => ({ ...call, request });
  const backwards = [...middleware].reverse();
  for (const one of middleware) {
    const given = await one.onRequest?.(told());
    if (given instanceof Response) return given;
    request = given ?? request;
  }
  let response = await send(request).catch(async (reason: unknown) => {
    let error = reason;
    for (const one of backwards) {
      const given = await one.onError?.({ ...told(), error });
      if (given instanceof Response) return given;
      error = given ?? error;
    }
    throw error;
  });
  for (const one of backwards) response = (await one.onResponse?.({ ...told(), response })) ?? response;
  return response;
}
