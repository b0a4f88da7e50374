// @ts-check

/** @typedef {Node | string | number | null | undefined | false} Child */

/**
 * An element with attributes and children. Text becomes text nodes: nothing that a report holds is ever read as markup.
 * @param {string} tag
 * @param {Record<string, string | number | boolean | ((event: Event) => void)>} [attributes] a function listens to the event
 *   of its name; `false` leaves an attribute out
 * @param {...(Child | Child[])} children
 * @returns {HTMLElement}
 */
export function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') made.addEventListener(name, value);
    else if (value !== false) made.setAttribute(name, value === true ? '' : String(value));
  }
  for (const child of children.flat()) {
    if (child === null || child === undefined || child === false) continue;
    made.append(typeof child === 'number' ? String(child) : child);
  }
  return made;
}

/**
 * A `details` whose content is made when it is opened first: thousands cost nothing until somebody looks.
 * @param {{ attributes?: Record<string, string>, summary: Child[], content: () => Child[], isOpen?: boolean }} parts
 */
export function disclosure({ attributes = {}, summary, content, isOpen = false }) {
  const made = element('details', attributes, element('summary', {}, summary));
  const fill = () => {
    if (made.children.length > 1) return;
    const body = element('div', { class: 'body' }, content());
    made.append(body);
  };
  made.addEventListener('toggle', () => made.hasAttribute('open') && fill());
  if (isOpen) {
    fill();
    made.setAttribute('open', '');
  }
  return made;
}

/**
 * The first items of a list, and a button for more.
 * @template Item
 * @param {Item[]} items
 * @param {{ most: number, render: (item: Item, index: number) => Child, noun: string }} options
 */
export function pagedList(items, { most, render, noun }) {
  const list = element('div', { class: 'list' });
  const more = element('button', { type: 'button', class: 'more', click: () => show() });
  let shown = 0;
  const show = () => {
    const from = shown;
    shown = Math.min(shown + most, items.length);
    const added = items.slice(from, shown).map((item, index) => render(item, from + index));
    for (const one of added) if (one instanceof Node) list.append(one);
    const left = items.length - shown;
    more.textContent = `Show ${Math.min(left, most)} more of ${left} ${noun}`;
    more.hidden = left === 0;
    // The button stays where it was pressed, and the next one to read is what came.
    const [first] = added;
    if (from > 0 && first instanceof HTMLElement) (first.querySelector('summary') ?? first).focus();
  };
  show();
  return [list, more];
}

/** @param {number} amount @param {string} noun */
export function plural(amount, noun) {
  return `${amount} ${noun}${amount === 1 ? '' : 's'}`;
}
