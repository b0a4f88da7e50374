/** In characters. */
const longestName = 60;
/** In characters. */
const longestMixed = 15;

/** As identifiers are written in any language: a person's name has a space, a path has slashes. */
const identifier = /^[\p{L}_$@][\p{L}\p{N}_$@.:[\]-]*$/u;

/**
 * Whether a name that came looks like that of a field, and not like data: the keys of an object may be patients, and a
 * server may put whatever it heard into the name of a header.
 */
export function isFieldName(name: string): boolean {
  if (name.length > longestName || !identifier.test(name)) return false;
  return !/\d{5}/.test(name) && !name.split(/[^\p{L}\p{N}]+/u).some(isMixed);
}

/** Letters and digits in a long row are a token, or an identifier that was given out. */
function isMixed(word: string): boolean {
  return word.length > longestMixed && /\d/.test(word) && /\p{L}/u.test(word);
}
