/** The file of the operations that end a session (`x-ends-session`): a run against a live server has it last. */
export const endsSessionFile = 'ends-session.test.ts';
