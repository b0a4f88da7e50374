import type { Guide, Snippets } from './guide.ts';

const included = /^```(\w+) file=(\S+)\n```$/gm;
const guideFile = /\]\(\d+-([a-z-]+)\.md(#[^)]*)?\)/g;

/**
 * A guide's Markdown as it is shown: a block ` ```ts file=NAME ` has the snippet, which a test runs, and links to other
 * guides lack the numbers of their files.
 * @throws {Error} if there is no such snippet
 */
export function guideText({ name, text }: Guide, snippets: Snippets): string {
  return text.replace(guideFile, '](./$1.md$2)').replace(included, (_, language: string, file: string) => {
    const snippet = snippets.get(file);
    if (snippet === undefined) {
      throw new Error(
        `The guide ${name} shows ${file}, which docs-site/snippets/ does not have.\nAdd it, or take the block out of the guide.`,
      );
    }
    return `\`\`\`${language}\n${snippet.trimEnd()}\n\`\`\``;
  });
}
