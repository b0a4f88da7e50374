import { Document, isMap, isScalar, isSeq, visit } from 'yaml';
import type { Json, JsonObject } from '../../../scripts/model/json.ts';
import type { OperationGroup } from './deriveFacts.ts';

interface FactsFile {
  /** The comment at the top. */
  readonly head: string;
  /** The page's file name. */
  readonly document: string;
  /** Groups about the document's root, in the format's own words. */
  readonly root: readonly JsonObject[];
  readonly groups: readonly OperationGroup[];
}

/** The text of a `*.facts.yaml`: a group per operation, small maps and lists on one line. */
export function renderFacts({ head, document, root, groups }: FactsFile): string {
  const operations = groups.map(({ operation, section, facts, conflicts }) => ({
    operation,
    source: { document, section },
    ...(Object.keys(facts).length > 0 && { facts }),
    ...(Object.keys(conflicts).length > 0 && { conflicts }),
  }));
  const yaml = new Document([...root, ...operations] as Json[], { aliasDuplicateObjects: false });
  yaml.commentBefore = head;
  visit(yaml, {
    Seq: (key, node) => {
      if (key !== null) node.flow = node.items.every(isScalar);
      else for (const item of node.items.slice(1)) if (isMap(item)) item.spaceBefore = true;
    },
    Map: (_key, node) => {
      const isSmall = node.items.every(
        ({ value }) =>
          isScalar(value) ||
          (isSeq(value) && value.items.length < 5) ||
          (isMap(value) && value.items.length === 0),
      );
      node.flow = isSmall && !node.has('source') && String(node).length < 90;
    },
  });
  return yaml.toString({ lineWidth: 118, flowCollectionPadding: false });
}
