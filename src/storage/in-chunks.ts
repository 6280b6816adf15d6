/** Runs a query for every `size` items, one after the other, and joins what they return. */
export async function inChunks<Item, Row>(
  items: readonly Item[],
  size: number,
  query: (chunk: Item[]) => Promise<readonly Row[]>,
): Promise<Row[]> {
  const rows: Row[] = [];
  for (let from = 0; from < items.length; from += size) {
    for (const row of await query(items.slice(from, from + size))) rows.push(row);
  }
  return rows;
}
