import fc, { type Arbitrary } from 'fast-check';

const day = fc.date({
  min: new Date('1970-01-01T00:00:00Z'),
  max: new Date('2099-12-31T23:59:59Z'),
  noInvalidDate: true,
});
const clock = fc.stringMatching(/^([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,3})?(Z|[+-]0\d:[03]0)$/);

/** In `example.com` and its like (RFC 2606): nobody gets mail. */
const email = fc.stringMatching(/^[a-z][a-z0-9_-]{0,20}(\+[a-z]{1,5})?@[a-z]{0,5}example\.(com|org)$/);
const uri = fc.stringMatching(
  /^https:\/\/([a-z]{1,5}\.)?example\.com(\/[A-Za-z0-9_~-]{0,9}){0,3}(\?[a-z]{1,3}=[a-z0-9]{1,3})?$/,
);

const byFormat: Record<string, Arbitrary<string>> = {
  date: day.map((one) => one.toISOString().slice(0, 10)),
  'date-time': fc
    .tuple(day, clock)
    .map(([one, time]) => `${one.toISOString().slice(0, 10)}T${time.replace(/[+-]0\d:[03]0$/, 'Z')}`),
  time: clock,
  email,
  ipv4: fc.ipV4(),
  ipv6: fc.stringMatching(/^2001:db8(:[1-9a-f][\da-f]{0,3}){6}$/),
  uri,
  url: uri,
  'uri-reference': fc.stringMatching(/^(\/[A-Za-z0-9_~-]{1,9}){1,3}$/),
  // Version 4 only: servers ask for it, and RFC 9562 has the bits.
  uuid: fc.uuid({ version: 4 }),
};

/** Texts of a format; `undefined` where it is not known, or servers read it in more than one way. */
export function anyOfFormat(format: string): Arbitrary<string> | undefined {
  return Object.hasOwn(byFormat, format) ? byFormat[format] : undefined;
}
