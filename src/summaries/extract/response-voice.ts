import type { Publication, PublicationText } from '../../library/index.ts';
import type { SectionRole } from './section-role.ts';

/** A place in a publication with the part its section plays. */
interface Spoken {
  text: string;
  /** Offset in the publication's text. */
  start: number;
  section: { role: SectionRole | null; start: number };
}

const respondsTo =
  /\bresponses?\s+(?:to|of|on)\b|\b(?:government|consultation|official|formal|our)\s+response\b/i;
const body =
  "(?:(?:the |HM |UK |welsh |scottish |her majesty['\u2019]s |his majesty['\u2019]s )*(?:government|department|ministry|cabinet office|treasury|secretary of state|minister|board|trust|council|authority|agency|regulator|commission|college|association|NHS England|executive|partnership|alliance|society|dhsc|nice|ukhsa))";
const answers = new RegExp(
  `^(?:[^,.]{0,60}, )?(?:${body}(?:[^,.]{0,60})? (?:(?:also |fully |broadly |partially |strongly |therefore |largely )?(?:agrees?|accepts?|welcomes?|supports?|rejects?|recogni[sz]es?|notes?|acknowledges?|disagrees?|endorses?|shares?|believes?|intends?)|(?:does|do|did|cannot|is|are|has|have|had|will)\\b)|we (?:also |fully |broadly |partially |strongly )?(?:agree|accept|reject|disagree|support|do not|will|have already|are (?:already|committed))\\b|(?:not )?(?:accepted|agreed|rejected|partially accepted)\\b)`,
  'iu',
);
const numbered = /^(?:[A-Z]?\d{1,3}(?:\.\d{1,3})*\.?|\(?[a-z]\))\s/;

/** Whether a publication answers another: what it repeats of that is not what it says itself. */
export function isResponse({ title }: Pick<Publication, 'title'>): boolean {
  return respondsTo.test(title);
}

/**
 * Those places of a response at which it repeats what it was asked: within a section for a
 * recommendation all up to where the answer begins.
 *
 * @param spoken in the order of the text.
 */
export function findRepeated(
  spoken: readonly Spoken[],
  { text }: Pick<PublicationText, 'text'>,
): Set<number> {
  const repeated = new Set<number>();
  let section = -1;
  let isAnswer = false;
  for (const each of spoken) {
    if (each.section.role !== 'recommendations') continue;
    if (each.section.start !== section) isAnswer = false;
    section = each.section.start;
    const line = text.slice(text.lastIndexOf('\n', each.start - 1) + 1, each.start + 1);
    isAnswer ||= !numbered.test(line) && answers.test(each.text);
    if (!isAnswer) repeated.add(each.start);
  }
  return repeated;
}

/** Takes a position or says what will be done about it. */
export const takesPosition = new RegExp(
  `\\b(?:${body}|we)\\s(?:\\p{L}+ly )?(?:agrees?|accepts?|welcomes?|supports?|rejects?|disagrees?|endorses?|do(?:es)? not (?:agree|accept|support|believe|consider))\\b`,
  'iu',
);
export const commits = new RegExp(
  `\\b(?:${body}|we)\\s[^.;]{0,40}?(?:will|(?:is|are) (?:committed|working|developing|establishing|introducing|publishing|investing|creating)|(?:has|have) (?:already )?(?:established|published|launched|commissioned|committed|created|set up|invested|introduced|appointed))\\b`,
  'iu',
);
