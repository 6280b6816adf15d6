type Json = Record<string, unknown>;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * What is data and not Slack's: ids of blocks, what apps put in, and blocks themselves, which come
 * back as they were sent and are checked by their own rules.
 */
const open = new Set(['values', 'event_payload', 'blocks']);

function unionOf(items: readonly unknown[]): unknown {
  const objects = items.filter(isObject);
  if (objects.length === 0) return items[0];
  const merged: Json = {};
  for (const item of objects) {
    for (const [key, value] of Object.entries(item)) {
      const known = merged[key];
      const both = Array.isArray(known) && Array.isArray(value) ? [...known, ...value] : undefined;
      merged[key] =
        both ?? (isObject(known) && isObject(value) ? unionOf([known, value]) : (known ?? value));
    }
  }
  return merged;
}

/**
 * Paths of keys that `actual` has and the recorded shape has not. Lists are compared with the union
 * of the recorded items, typed items by their type. An empty recorded object or list allows anything,
 * since the recordings leave free-form maps empty.
 */
export function unknownKeys(actual: unknown, recorded: unknown, path = ''): string[] {
  if (Array.isArray(actual)) {
    if (!Array.isArray(recorded) || recorded.length === 0) return [];
    return actual.flatMap((item, index) => {
      const sameType = recorded.filter(
        (each) => isObject(each) && isObject(item) && each.type === item.type,
      );
      const shapes = sameType.length > 0 ? sameType : recorded;
      return unknownKeys(item, unionOf(shapes), `${path}[${index}]`);
    });
  }
  if (!isObject(actual) || !isObject(recorded) || Object.keys(recorded).length === 0) return [];
  return Object.entries(actual).flatMap(([key, value]) => {
    if (!Object.hasOwn(recorded, key)) return [`${path}.${key}`];
    return open.has(key) ? [] : unknownKeys(value, recorded[key], `${path}.${key}`);
  });
}

/** The recordings lack some keys that Slack documents: `event_ts` of every event, `view.blocks`. */
const documented = new Set(['.event.event_ts', '.event.view.blocks', '.view.blocks']);

/** Leaves out what only the recordings lack. */
export const undocumented = (paths: string[]): string[] =>
  paths.filter((path) => !documented.has(path));
