/** The code of a failure that is none of the target's: the request was not sent, or was given up. */
export const withheld = 'WITHHELD';

/** Thrown in place of sending: not a byte goes out. Its message is why. */
export class Withheld extends Error {
  readonly code = withheld;
}
