/** The status codes of HTTP: IANA's registry, and what servers and proxies are known to send besides. */
export type SuccessStatus = 200 | 201 | 202 | 203 | 204 | 205 | 206 | 207 | 208 | 226;

/** Redirects are among them: a client does not follow one, since credentials would go along. */
export type FailureStatus = RedirectStatus | ClientErrorStatus | ServerErrorStatus;

export type RedirectStatus = 300 | 301 | 302 | 303 | 304 | 305 | 307 | 308;

export type ClientErrorStatus =
  | (400 | 401 | 402 | 403 | 404 | 405 | 406 | 407 | 408 | 409 | 410 | 411 | 412 | 413 | 414 | 415 | 416)
  | (417 | 418 | 419 | 421 | 422 | 423 | 424 | 425 | 426 | 428 | 429 | 431 | 451 | 499);

export type ServerErrorStatus =
  | (500 | 501 | 502 | 503 | 504 | 505 | 506 | 507 | 508 | 511)
  | (520 | 521 | 522 | 523 | 524 | 525 | 526 | 530 | 599);

/** The codes that a key of an operation's responses stands for; `default` stands for every failure. */
export type StatusesOf<Key> = Key extends SuccessStatus | FailureStatus
  ? Key
  : Key extends '2XX'
    ? SuccessStatus
    : Key extends '3XX'
      ? RedirectStatus
      : Key extends '4XX'
        ? ClientErrorStatus
        : Key extends '5XX'
          ? ServerErrorStatus
          : Key extends 'default'
            ? FailureStatus
            : never;
