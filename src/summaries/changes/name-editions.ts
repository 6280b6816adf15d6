import type { Publication } from '../../library/index.ts';
import { withoutYear } from '../short-titles.ts';

type Edition = Pick<Publication, 'title' | 'date'>;

const years = /\b(?:19|20)\d\d\b/g;

/** What two editions are called in short: by their years where these differ, else `Earlier`, `Later`. */
export function nameEditions(earlier: Edition, later: Edition): [string, string] {
  const [before, after] = [yearOf(earlier), yearOf(later)];
  return before !== null && after !== null && before < after
    ? [String(before), String(after)]
    : ['Earlier', 'Later'];
}

/** `Discharge policy: 2019 → 2024` where their titles differ in nothing but the year. */
export function titleOfEditions(earlier: Edition, later: Edition): string {
  const [before, after] = nameEditions(earlier, later);
  const title = withoutYear(later.title);
  return before !== 'Earlier' && title !== '' && withoutYear(earlier.title) === title
    ? `${title}: ${before} → ${after}`
    : `${earlier.title} → ${later.title}`;
}

/** Of its date, else the last that its title names; null where neither tells. */
function yearOf({ title, date }: Edition): number | null {
  const dated = /^(?:19|20)\d\d/.exec(date ?? '')?.[0];
  return dated === undefined ? lastYearIn(title) : Number(dated);
}

/** Null without one. */
export function lastYearIn(title: string): number | null {
  const found = title.match(years)?.map(Number) ?? [];
  return found.length === 0 ? null : Math.max(...found);
}
