/** What the mock answers, before it is written to the connection. */
export interface Answer {
  status: number;
  /** Names in lower case; without those that frame the message, which follow from the body. */
  headers: Record<string, string>;
  body?: Buffer;
}
