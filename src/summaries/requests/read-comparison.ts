import { mostColumns } from '../compare/comparison-columns.ts';
import { divideNames } from './divide-names.ts';
import { readGroup } from './read-group.ts';
import { saysSomething } from './read-summary.ts';
import type { Wish } from './strip-opening.ts';
import type { ComparisonWanted } from './typed-request.ts';

const verb =
  /^(?:(?:compare|contrast)(?: and contrast)?|comparing|set(?: out)?|put|place|lay)\s+(?<object>.+)$/is;
const noun =
  /^(?:(?:a|an|the|your)\s+)?(?:(?:quick|short|full|brief|detailed|side[- ]by[- ]side|head[- ]to[- ]head) )*(?:comparison|compare)(?: table)?\s+(?:of|between|for)\s+(?<object>.+)$/is;
const table =
  /^(?:(?:a|the)\s+)?(?:comparison )?table (?:comparing|that compares|which compares|to compare)\s+(?<object>.+)$/is;
const sideBySide = /[\s,]+(?:side by side|next to each other|in (?:a|one) table|as a table)\b/i;
const columnsAfter =
  /\s+(?:(?:just |only )?(?:on|by|in terms of|with (?:respect|regard) to|with regards to|regarding|concerning|looking at|focus+ing on|as to|under|with columns?(?: for)?|in respect of|according to|(?:based|depending) on)|for)\s+/gi;
const wholly = /^(?:the|their|its)\s+/i;
const courtesy = /[\s,]+(?:please|pls|thanks|thank you|for me|for us)$/i;
const asks = /^(?:how|what|why|who|when|whether|where|which|our|my)\b/i;
const mostColumnWords = 8;

/** Reads a wish for a comparison of publications; null when it is for something else. */
export function readComparison(
  { words, isAskedFor }: Wish,
  isMarked: boolean,
): ComparisonWanted | null {
  const order = verb.exec(words)?.groups?.object;
  const thing = (noun.exec(words) ?? table.exec(words))?.groups?.object;
  const object = order ?? thing;
  if (object === undefined || asks.test(object)) return null;
  if (order === undefined && !isAskedFor && (isMarked || saysSomething(object))) return null;
  const isPlacing = /^(?:set|put|place|lay)\b/i.test(words);
  if (isPlacing && !sideBySide.test(object)) return null;
  const asked = object
    .replace(courtesy, '')
    .replace(sideBySide, '')
    .replace(/^(?:the following|these)(?: (?:publications|papers|documents|reports))?:?\s+/i, '')
    .trim();
  const ways = [...withColumns(asked), { names: asked, columns: [] as string[] }];
  const readings = ways.flatMap(({ names, columns }) =>
    divideNames(names).map((named) => ({ named, columns })),
  );
  const groups = ways.flatMap(({ names, columns }) =>
    readGroup(names, columns.length > 0).map((group) => ({ ...group, columns })),
  );
  if (readings.length === 0 && groups.length === 0) return null;
  return { kind: 'comparison', readings, groups };
}

/** Each place where the names may end and the columns begin, the last first. */
function withColumns(asked: string): { names: string; columns: string[] }[] {
  return [...asked.matchAll(columnsAfter)]
    .map(({ index, 0: word }) => ({
      names: asked.slice(0, index),
      columns: columnsOf(asked.slice(index + word.length)),
    }))
    .filter(({ columns }) => columns.length > 0)
    .reverse();
}

function columnsOf(words: string): string[] {
  const columns = words
    .split(/\s*(?:[;,]\s*(?:and\s+)?|\s(?:and|as well as|plus|&)\s)\s*/i)
    .map((column) => column.replace(wholly, '').trim())
    .filter((column) => column !== '');
  const areColumns =
    columns.length <= mostColumns &&
    columns.every((column) => column.split(/\s+/).length <= mostColumnWords);
  return areColumns ? [...new Set(columns)] : [];
}
