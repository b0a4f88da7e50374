// @ts-check
import { element } from './element.js';

/**
 * A case: request and response side by side, and the lines that repeat it.
 * @param {import('../../../../../scripts/model/report.ts').CaseResult} one
 * @param {string} [told] the message that the reader has read already
 */
export function exchangeOf({ request, response, curl, repeat = [], findings }, told) {
  const others = findings.filter(({ message }) => message !== told);
  const failed = response ? [] : [element('p', { class: 'muted' }, 'No answer came.')];
  return [
    others.length > 0 && element('ul', { class: 'told' }, others.map(findingLine)),
    request &&
      element(
        'div',
        { class: 'exchange' },
        element(
          'section',
          { 'aria-label': 'Request' },
          element('h3', {}, 'Request'),
          element('p', { class: 'line' }, element('code', {}, `${request.method} ${request.url}`)),
          headerList(request.headers),
          bodyText(request.body),
        ),
        element(
          'section',
          { 'aria-label': 'Response' },
          element('h3', {}, 'Response'),
          response
            ? [
                element('p', { class: 'line' }, element('code', {}, String(response.status))),
                headerList(response.headers),
                bodyText(response.body),
              ]
            : failed,
        ),
      ),
    curl && commandLine('curl', curl),
    ...repeat.map((line) =>
      commandLine(line.startsWith('npm') ? 'repeat it alone' : 'the same by Vitest', line),
    ),
  ];
}

/** @param {import('../../../../../scripts/model/finding.ts').Finding} finding */
function findingLine({ message, responsePointer }) {
  return element('li', {}, `${message} `, responsePointer !== '' && element('code', {}, responsePointer));
}

/** @param {Record<string, string | string[]>} headers */
function headerList(headers) {
  const lines = Object.entries(headers).flatMap(([name, values]) =>
    [values].flat().map((value) => [name, value]),
  );
  return element(
    'dl',
    { class: 'headers' },
    lines.map(([name = '', value = '']) =>
      element('div', {}, element('dt', {}, name), element('dd', {}, value)),
    ),
  );
}

/** @param {unknown} body */
function bodyText(body) {
  if (body === undefined) return element('p', { class: 'muted' }, 'No body.');
  return element('pre', { tabindex: 0 }, typeof body === 'string' ? body : JSON.stringify(body, null, 2));
}

/** @param {string} label @param {string} line */
function commandLine(label, line) {
  const text = element('code', {}, line);
  const button = element(
    'button',
    { type: 'button', class: 'copy', 'aria-label': `Copy: ${label}`, click: () => copy(text, button) },
    'Copy',
  );
  return element('div', { class: 'command' }, element('span', { class: 'label' }, label), text, button);
}

/** @param {HTMLElement} text @param {HTMLElement} button */
async function copy(text, button) {
  const selection = getSelection();
  selection?.selectAllChildren(text);
  try {
    await navigator.clipboard.writeText(text.textContent ?? '');
    selection?.removeAllRanges();
    button.textContent = 'Copied';
  } catch {
    // Where a page may not write the clipboard the line is selected, for the reader to copy.
    button.textContent = 'Selected';
  }
  setTimeout(() => {
    button.textContent = 'Copy';
  }, 2000);
}
