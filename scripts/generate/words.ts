/** `connect-ticket` → `ConnectTicket` */
export function pascalCase(text: string): string {
  return words(text).map(capitalize).join('');
}

/** `api_key` → `apiKey`, `X-API-Key` → `xApiKey` */
export function camelCase(text: string): string {
  const [first = '', ...rest] = words(text);
  return first.charAt(0).toLowerCase() + first.slice(1) + rest.map(capitalize).join('');
}

/** Words that are all capitals lose them; others keep the capitals that they have inside. */
function words(text: string): string[] {
  return text
    .split(/[^A-Za-z0-9]+/)
    .filter(Boolean)
    .map((word) => (word === word.toUpperCase() ? word.toLowerCase() : word));
}

function capitalize(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
