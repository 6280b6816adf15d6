import type { PublicationText } from '../../library/index.ts';
import { isCaption, roleOfHeading, type SectionRole } from './section-role.ts';

/** A stretch of a publication between one heading and the next. */
export interface Section {
  /** Null before the first heading. */
  heading: string | null;
  /** Its own, or that of the section it is part of; null where no heading tells. */
  role: SectionRole | null;
  /** Headings above it, the publication's title left out: 0 before the first, 1 for a chapter. */
  depth: number;
  /** Offset in the publication's text. */
  start: number;
  end: number;
}

interface OpenSection {
  level: number;
  role: SectionRole | null;
}

/**
 * The sections of a publication, in order, without gaps. The title and captions that look like
 * headings make none.
 */
export function findSections({ text, headings }: PublicationText): Section[] {
  const sections: Section[] = [section(null, null, 0, 0)];
  const open: OpenSection[] = [];
  headings.forEach(({ offset, level, text: heading }, index) => {
    if (isCaption(heading) || (index === 0 && level === 1)) return;
    while (open.length > 0 && (open.at(-1)?.level ?? 0) >= level) open.pop();
    const around = open.at(-1)?.role ?? null;
    const role = roleOfHeading(heading, around);
    open.push({ level, role });
    sections.push(section(heading, role, open.length, offset));
  });
  sections.forEach((each, index) => {
    each.end = sections[index + 1]?.start ?? text.length;
  });
  return sections;
}

function section(
  heading: string | null,
  role: SectionRole | null,
  depth: number,
  start: number,
): Section {
  return { heading, role, depth, start, end: start };
}

/** The section that a place is in; sections as `findSections` gives them. */
export function sectionAt(sections: readonly Section[], offset: number): Section {
  let low = 0;
  let high = sections.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((sections[middle]?.start ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return sections[low] ?? section(null, null, 0, 0);
}
