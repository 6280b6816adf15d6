import { z } from 'zod';
import { mostColumns, mostCompared } from '../../summaries/index.ts';

/** With what the form of a comparison begins. */
export interface ComparisonStart {
  what: ComparisonChoice;
  /** Publications chosen already. */
  ids: string[];
  /** Columns, standard ones and one's own; empty for the usual ones. */
  columns: string[];
}

export const comparisonChoices = ['table', 'changes'] as const;
/** A table of several, or what has changed from the earlier of two to the later. */
export type ComparisonChoice = (typeof comparisonChoices)[number];

/** Slack's limit of a button's value, in UTF-16 code units. */
const mostCharacters = 2_000;
const mostColumnCharacters = 120;

const start = z.object({
  what: z.enum(comparisonChoices),
  ids: z.array(z.string().min(1).max(255)).max(mostCompared),
  columns: z.array(z.string().min(1)).max(mostColumns),
});

/** As the value of a button. */
export function writeComparisonStart({ what, ids, columns }: ComparisonStart): string {
  const own = columns
    .map((column) => column.slice(0, mostColumnCharacters).toWellFormed().trim())
    .filter((column) => column !== '')
    .slice(0, mostColumns);
  const chosen = ids.slice(0, mostCompared);
  const whole = inert(JSON.stringify({ what, ids: chosen, columns: own }));
  return whole.length <= mostCharacters ? whole : JSON.stringify({ what, ids: [], columns: [] });
}

/** The same JSON, in which nothing that somebody typed is a mention or an address. */
function inert(json: string): string {
  return json
    .replace(/[<>&]/g, (sign) => `\\u00${sign.charCodeAt(0).toString(16)}`)
    .replaceAll('/', '\\/');
}

/** Nothing chosen yet for anything else, such as an empty value. */
export function readComparisonStart(value: string): ComparisonStart {
  try {
    return start.parse(JSON.parse(value));
  } catch {
    return { what: 'table', ids: [], columns: [] };
  }
}
