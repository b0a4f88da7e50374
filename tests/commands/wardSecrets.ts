/** Visibly made up, and of no word that anything else says, so that six characters of it are a leak. */
export const wardCredentials: Record<string, string> = {
  WARD_CLIENT_ID: 'qz7Kp2vXw9LrT4mB',
  WARD_CLIENT_SECRET: 'hN3/jW8+sYd6Gx=1Fv',
  WARD_X_WARD_KEY: 'uP5bRk0Zt8MqJc3E',
  WARD_WARD_KEY: 'dV9 xLg2&Ha7Sw4Ny',
  WARD_WARD_SID: 'kB6mQe1Xf8TzUr5J',
  WARD_USERNAME: 'wYh4Gs7Cn2Vd',
  WARD_PASSWORD: 'jX0p"Zr\\9Kt3Lb6',
  WARD_TOKEN: 'mT8vFq5Hw1Ns7Rc2',
};

/** Those of another user, of which the server knows what it hears. */
export const otherCredentials = Object.fromEntries(
  Object.entries(wardCredentials).map(([name, value]) => [
    name.replace('WARD_', 'WARD_OTHER_'),
    [...value].reverse().join(''),
  ]),
);

/** What the server gives out. */
export const givenTokens = { access_token: 'eL6zWb9Jk3Yx1Pd8', session: 'gS2fMv7Rq4Bn0Th5' };

/** What `--header` adds. */
export const gatewayPass = 'rU1cXj6Dw8Ze4Km9';

/** A patient of whom nobody has heard, and what else tells who it is. */
export const patient = {
  name: 'Zyxwina Quorkelberg-Ömundsen',
  birth_date: '1931-07-23',
  phone: '+99 847 2063 1958',
  file_number: 'HX-88231907-Q',
};

export const privateValues = [
  ...Object.values(wardCredentials),
  ...Object.values(givenTokens),
  gatewayPass,
  ...Object.values(patient),
];
