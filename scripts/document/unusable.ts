/** A part of a foreign document that is left out. */
export interface Unusable {
  /** JSON pointer of the part, in the document as it was given; in another of its files, with that file's name in front. */
  pointer: string;
  reason: string;
}

/** Takes down what is left out; the same part once. */
export class UnusableParts {
  readonly #parts = new Map<string, Unusable>();

  add(pointer: string, reason: string): void {
    const key = `${pointer}\n${reason}`;
    if (!this.#parts.has(key)) this.#parts.set(key, { pointer, reason });
  }

  list(): Unusable[] {
    return [...this.#parts.values()];
  }
}
