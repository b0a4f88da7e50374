import { joinPointer } from '../../../scripts/json/pointer.ts';
import { endOfString } from './scanJson.ts';

/** An array or an object that is open, and where in it we are. */
interface Level {
  /** Of an object. */
  names?: Set<string>;
  /** The last name, or the index. */
  token: string | number;
}

/** JSON pointers of the members of a valid JSON text whose names stand in their object before already. */
export function repeatedNames(text: string): string[] {
  const levels: Level[] = [];
  const repeated: string[] = [];
  let string = '';
  for (let at = 0; at < text.length; at += 1) {
    const level = levels.at(-1);
    switch (text[at]) {
      case '"': {
        const end = endOfString(text, at);
        string = text.slice(at, end + 1);
        at = end;
        break;
      }
      case ':':
        if (!level?.names) break;
        level.token = JSON.parse(string) as string;
        if (level.names.has(level.token)) repeated.push(pointerOf(levels));
        level.names.add(level.token);
        break;
      case ',':
        if (typeof level?.token === 'number') level.token += 1;
        break;
      case '{':
        levels.push({ names: new Set(), token: '' });
        break;
      case '[':
        levels.push({ token: 0 });
        break;
      case '}':
      case ']':
        levels.pop();
        break;
    }
  }
  return repeated;
}

function pointerOf(levels: Level[]): string {
  return joinPointer('', ...levels.map(({ token }) => token));
}
