import type { PassageDraft } from '../passage.ts';
import type { AssembledText } from './assemble-text.ts';
import { packUnits } from './pack-units.ts';
import { defaultPassageSize, type PassageSize } from './passage-size.ts';
import { pageSpanOf } from './places.ts';
import { runsOf } from './section-runs.ts';
import { arrangeSections } from './section-tree.ts';

/**
 * Divides a publication into passages by its structure and sentences:
 *
 * - a heading begins a new passage; short neighbouring sections share one (see `runsOf`);
 * - no sentence, list item or table row is cut, unless it alone is too long for a passage;
 * - within a section each passage but the first repeats the last sentence of the one before;
 * - a table stays in one passage as long as it is not huge.
 *
 * Everything but headings and white space is in at least one passage, and a passage's text is
 * exactly its range of the publication's text. Takes linear time.
 */
export function splitIntoPassages(
  assembled: AssembledText,
  size: PassageSize = defaultPassageSize,
): PassageDraft[] {
  const { text, pageStarts } = assembled;
  const passages: PassageDraft[] = [];
  for (const run of runsOf(text, arrangeSections(assembled), size)) {
    packUnits(run.units, size).forEach(({ from, to }, index) => {
      const start = index === 0 ? run.start : run.units[from]?.start;
      const end = run.units[to - 1]?.end;
      if (start === undefined || end === undefined) return;
      passages.push({
        ordinal: passages.length,
        text: text.slice(start, end),
        headingPath: run.path,
        ...pageSpanOf(pageStarts, start, end),
        characterStart: start,
        characterEnd: end,
      });
    });
  }
  return passages;
}
