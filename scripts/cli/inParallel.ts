/** The results, in the order of the items; so many at once. */
export async function inParallel<Item, Result>(
  items: readonly Item[],
  { width, work }: { width: number; work: (item: Item) => Promise<Result> },
): Promise<Result[]> {
  const results: Result[] = [];
  const queue = items.entries();
  const worker = async () => {
    for (const [index, item] of queue) results[index] = await work(item);
  };
  await Promise.all(Array.from({ length: width }, worker));
  return results;
}
