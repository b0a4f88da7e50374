/** So many lies, or operations, at once: more only wait for each other. */
export const atOnce = 16;
