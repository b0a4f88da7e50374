/** What the mock answers, before it is written to the connection. */
export interface Answer {
  status: number;
  /** Names in lower case; without those that frame the message, which follow from the body. */
  headers: Record<string, string>;
  body?: Buffer;
  /** Why the request was refused, where it was: for whoever runs the mock, and without any value that was sent. */
  refused?: string;
}
