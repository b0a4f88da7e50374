/** What stands for whatever may be a secret or identify a person. */
export const mask = '***';
