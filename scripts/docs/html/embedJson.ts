import type { Json } from '../../model/json.ts';
import type { Html } from './html.ts';

/**
 * An element that holds JSON for the page's scripts and runs nothing. No `<` in the JSON can end the element or open a
 * comment (HTML section 4.12.1.3), and neither U+2028 nor U+2029, line ends to older parsers, stand in it.
 */
export function embedJson(id: string, value: Json): Html {
  const json = JSON.stringify(value).replace(/[<>&\u2028\u2029]/g, escapeCharacter);
  return { markup: `<script type="application/json" id="${id}">${json}</script>` };
}

function escapeCharacter(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
