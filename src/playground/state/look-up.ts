/** A record's own entry: ids come from outside, and `__proto__` must not find anything. */
export function lookUp<Item>(record: Readonly<Record<string, Item>>, id: string): Item | undefined {
  return Object.hasOwn(record, id) ? record[id] : undefined;
}
