import { isObject, member } from '../../../scripts/json/pointer.ts';
import type { Json } from '../../../scripts/model/json.ts';

/**
 * Whether a server shows what was sent, if in other words: a number as a text, a moment in another zone, nothing as null or
 * as an empty text, a text in other case or spacing, a list in another order, a reference as what it refers to.
 */
export function saysTheSame(sent: Json, shown: Json): boolean {
  if (isNothing(sent) || isNothing(shown)) return isNothing(sent) && isNothing(shown);
  if (Array.isArray(sent)) return Array.isArray(shown) ? isContained(sent, shown) : isText(sent, shown);
  if (isObject(sent)) return isObject(shown) ? isWithin(sent, shown) : true;
  if (isObject(shown))
    return Object.values(shown).some((value) => !isObject(value) && saysTheSame(sent, value));
  if (Array.isArray(shown)) return shown.some((item) => saysTheSame(sent, item));
  return isSamePlain(sent, shown);
}

function isNothing(value: Json): boolean {
  return value === null || value === '' || (Array.isArray(value) && value.length === 0);
}

/** A list that is written as one text. */
function isText(sent: Json[], shown: Json): boolean {
  return typeof shown === 'string' && sent.every((item) => shown.includes(String(item)));
}

function isContained(sent: Json[], shown: Json[]): boolean {
  return sent.every((item) => isNothing(item) || shown.some((other) => saysTheSame(item, other)));
}

function isWithin(sent: { [name: string]: Json }, shown: Json): boolean {
  return Object.entries(sent).every(([name, value]) => {
    const other = member(shown, name);
    return other === undefined || saysTheSame(value, other);
  });
}

function isSamePlain(sent: Json, shown: Json): boolean {
  const [one, other] = [plain(sent), plain(shown)];
  if (one === other) return true;
  if (isNumber(one) && isNumber(other)) return isSameNumber(Number(one), other);
  const [moment, another] = [momentOf(String(sent)), momentOf(String(shown))];
  return moment !== undefined && another !== undefined && isSameMoment(moment, another);
}

/** Without case, spaces and the ways of writing one letter (Unicode Standard Annex 15); yes and no as numbers. */
function plain(value: Json): string {
  if (typeof value === 'boolean') return value ? '1' : '0';
  const text = String(value).normalize('NFKC').toLowerCase().replace(/\s+/g, '');
  return text === 'true' ? '1' : text === 'false' ? '0' : text;
}

function isNumber(text: string): boolean {
  return /^-?\d+(\.\d+)?(e[+-]?\d+)?$/.test(text);
}

/** Rounded to what a server shows: to two places at least. */
function isSameNumber(sent: number, shown: string): boolean {
  const decimals = /\.(\d+)$/.exec(shown)?.[1]?.length ?? 0;
  const off = Math.abs(sent - Number(shown));
  return off <= Math.abs(sent) * 1e-9 || (decimals >= 2 && off <= 0.5 * 10 ** -decimals + Number.EPSILON);
}

interface Moment {
  /** In milliseconds since 1970. */
  time: number;
  /** Whether it names a day only. */
  isDay: boolean;
}

/** RFC 3339, with or without a zone, or with a blank in place of the `T`. */
const timestamp = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d(?:\.\d+)?)?) ?(Z|[+-]\d\d:?\d\d)?)?$/i;

function momentOf(text: string): Moment | undefined {
  const [, day, clock, zone = 'Z'] = timestamp.exec(text.trim()) ?? [];
  if (day === undefined) return undefined;
  const offset = /^[+-]\d{4}$/.test(zone) ? `${zone.slice(0, 3)}:${zone.slice(3)}` : zone.toUpperCase();
  const time = Date.parse(clock === undefined ? `${day}T00:00:00Z` : `${day}T${clock}${offset}`);
  return Number.isNaN(time) ? undefined : { time, isDay: clock === undefined };
}

/** No zone is further from another than 26 hours (UTC-12 and UTC+14), of which a day shows the half. */
const widest = 14 * 3_600_000;

function isSameMoment(one: Moment, other: Moment): boolean {
  const apart = Math.abs(one.time - other.time);
  if (one.isDay !== other.isDay) return apart < 24 * 3_600_000 + widest;
  return one.isDay ? apart === 0 : apart < 1000;
}
