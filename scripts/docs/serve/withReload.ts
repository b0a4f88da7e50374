/** Where the pages that are served listen for a new build; no file of the site has such a name. */
export const eventsPath = '/__reload';
export const scriptPath = '/__reload.js';

/** The script that such a page runs. */
export const reloadScript = `new EventSource('${eventsPath}').addEventListener('message', () => location.reload());\n`;

/** A page that reloads itself after each build: with our script, and a policy that lets it run. The files have neither. */
export function withReload(page: string): string {
  return page
    .replace(
      /(<meta http-equiv="Content-Security-Policy" content=")([^"]*)"/,
      (_, start: string, policy: string) => {
        const scripts = policy.includes('script-src') ? '' : " script-src 'self';";
        return `${start}${policy};${scripts} connect-src 'self'"`;
      },
    )
    .replace('</body>', `<script src="${scriptPath}"></script>\n</body>`);
}
