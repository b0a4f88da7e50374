/** A guide as it is written: Markdown that begins with `# Title` and a paragraph that says what it is for. */
export interface Guide {
  /** Its file's name without the ending, and the page's. */
  name: string;
  title: string;
  lead: string;
  /** What follows. */
  text: string;
}

/** What runs and is shown, by file name; from `docs-site/snippets/`. */
export type Snippets = ReadonlyMap<string, string>;
