import type { Section } from './page.ts';
import type { Paragraph } from './paragraphs.ts';

/** What stands above a section's example: titles, badge and descriptions. */
type Heading = Pick<Section, 'badge' | 'title'> &
  Partial<Pick<Section, 'description' | 'group' | 'groupDescription'>>;

/**
 * Reads the paragraphs above an example. The text has lost which of them were headings: a group is known by the last
 * word of its title (`Endpoints` is Scribe's name for what has no group), and what stands above the first one is the
 * page's introduction. Throws where more paragraphs are left than a section has.
 */
export function readHeading(paragraphs: readonly Paragraph[]): Heading {
  const texts = paragraphs.map(({ text }) => text.trim());
  const groupAt = texts.findIndex((text) => groupTitle.test(text));
  const own = texts.slice(groupAt + 1);
  const badgeAt = own.indexOf(badge);
  const above = badgeAt < 0 ? own : own.slice(0, badgeAt);
  const hasGroupDescription = groupAt >= 0 && above.length > (badgeAt < 0 ? 2 : 1);
  const [title, ...description] = [
    ...(hasGroupDescription ? above.slice(1) : above),
    ...(badgeAt < 0 ? [] : own.slice(badgeAt + 1)),
  ];
  if (title === undefined || description.length > 1) {
    throw new Error(
      `Line ${paragraphs[0]?.line}: a section has a title and at most one description: ${texts.join(' | ')}`,
    );
  }
  return {
    ...(groupAt >= 0 && { group: texts[groupAt] }),
    ...(hasGroupDescription && { groupDescription: above[0] }),
    title,
    badge: badgeAt >= 0,
    ...(description[0] !== undefined && { description: description[0] }),
  };
}

const badge = 'requires authentication';
const groupTitle = /^(?:[\w-]+ )*(?:Management|Controller)$|^Endpoints$/;
