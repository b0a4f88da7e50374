/**
 * Credentials of the right form that nobody has: what a case of `bad-credentials` sends, and what the mock, which takes
 * any others, refuses.
 */
export const nobody = {
  credential: 'nobodys-credential',
  username: 'nobody',
  password: 'nobodys-password',
} as const;
