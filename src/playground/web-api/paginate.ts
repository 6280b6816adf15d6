import { MethodError } from './method-error.ts';

export interface Page<Item> {
  items: Item[];
  /** Empty on the last page. */
  nextCursor: string;
}

const prefix = 'next_ts:';

const encode = (key: string): string => Buffer.from(`${prefix}${key}`).toString('base64');

function decode(cursor: string): string {
  const text = Buffer.from(cursor, 'base64').toString('utf8');
  if (!text.startsWith(prefix) || encode(text.slice(prefix.length)) !== cursor) {
    throw new MethodError('invalid_cursor');
  }
  return text.slice(prefix.length);
}

/**
 * One page of a list. The cursor names the first item of the next page, so that items added
 * meanwhile neither repeat nor hide others.
 *
 * @throws {MethodError} `invalid_cursor` when the cursor is not one of ours or its item is gone.
 */
export function paginate<Item>(
  items: readonly Item[],
  key: (item: Item) => string,
  limit: number,
  cursor: string | undefined,
): Page<Item> {
  let start = 0;
  if (cursor !== undefined && cursor !== '') {
    const first = decode(cursor);
    start = items.findIndex((item) => key(item) === first);
    if (start < 0) throw new MethodError('invalid_cursor');
  }
  const next = items[start + limit];
  return {
    items: items.slice(start, start + limit),
    nextCursor: next === undefined ? '' : encode(key(next)),
  };
}

/** The part of a response that carries the cursor. */
export const pageMetadata = (
  page: Page<unknown>,
): { response_metadata: { next_cursor: string } } => ({
  response_metadata: { next_cursor: page.nextCursor },
});
