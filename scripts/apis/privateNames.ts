/**
 * What fields that hold a secret are called, or that identify a person, whatever a document says of them. A document adds a
 * field with `x-sensitive: true`, and takes one back with `x-sensitive: false`.
 *
 * The list follows 45 CFR 164.514(b)(2), the identifiers that HIPAA's Safe Harbor has removed, as far as a name tells of
 * them. Who masks too much loses a value that nobody missed; who masks too little loses a patient's name: so a role's
 * `name` is masked as well. Health itself (a diagnosis, a pressure) is not on it: without a person it tells of nobody, and
 * it is what a document is judged by.
 */
const personal: readonly string[] = [
  // (A) names, and by what a person signs in.
  ...['name', 'firstname', 'lastname', 'middlename', 'fullname', 'givenname', 'familyname', 'maidenname'],
  ...['surname', 'forename', 'nickname', 'username', 'initials', 'login', 'signature'],
  // (B) places smaller than a state.
  ...['address', 'street', 'city', 'town', 'zip', 'zipcode', 'postcode', 'postal', 'latitude', 'longitude'],
  // (C) dates of a life.
  ...['birth', 'birthdate', 'birthday', 'birthplace', 'dateofbirth', 'born', 'dob', 'death', 'deceased'],
  // (D) to (F) telephone, fax, e-mail.
  ...['phone', 'telephone', 'phonenumber', 'tel', 'mobile', 'cellphone', 'fax', 'email', 'mail'],
  // (G) to (K) national, medical, insurance, account and licence numbers.
  ...[
    'ssn',
    'nhs',
    'nino',
    'nif',
    'nie',
    'dni',
    'passport',
    'mrn',
    'insurance',
    'insured',
    'iban',
    'license',
  ],
  // (N), (O), (Q) addresses of pages and machines, and faces.
  ...['homepage', 'ip', 'photo', 'portrait', 'avatar'],
];

/** Numbers that are told by two words, of which neither says enough: `national_id`, `socialSecurityNumber`. */
const personalPairs =
  /^(national|citizen|identity|tax|health|medical|patient|chart|social|history)(card|record|security|insurance|history)?(id|number|no|code)$/;

const personalWords = new Set(personal);

/** Names that are written without a gap between their words. */
const secret =
  /authori[sz]ation|cookie|credential|passw|passphrase|pwd|secret|token|session|api-?key|access-?key|private-?key|^jwt$|^otp$|^pin$|^totp$/i;

/** Whether what is called so is a credential, by every custom: it is not even told how long it is. */
export function isSecretName(name: string): boolean {
  return secret.test(name.replace(/[^A-Za-z0-9]+/g, '-'));
}

/** Whether what is called so identifies a person, by every custom: `patientName`, `birth_date`, `e-mail`. */
export function isPersonalName(name: string): boolean {
  const words = fieldWords(name);
  return words.some((word) => personalWords.has(word)) || isPersonalTogether(words);
}

function isPersonalTogether(words: string[]): boolean {
  const together = words.join('');
  return personalWords.has(together) || personalPairs.test(together);
}

/** `birth`, `date` of `birthDate`, `BIRTH_DATE` or `birth-date`. */
export function fieldWords(name: string): string[] {
  const apart = name
    .replace(/(\p{Ll}|\p{N})(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2');
  return apart.toLowerCase().split(/[^\p{L}\p{N}]+/u);
}
