/**
 * Credentials of the right form that nobody has: what a case of `bad-credentials` sends, and what the mock, which takes
 * any others, refuses.
 */
export const nobody = {
  credential: 'nobodys-credential',
  /** Of a path, in the forms that tokens have. */
  tokens: ['nobodys-token', '0'.repeat(32), 'ffffffff-ffff-4fff-bfff-ffffffffffff', '999999937'],
  username: 'nobody',
  password: 'nobodys-password',
} as const;
