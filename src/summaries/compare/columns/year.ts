import { bestCue, type ColumnRule, type Cue, isUnder } from './column-rule.ts';

const months =
  '(?:january|february|march|april|may|june|july|august|september|october|november|december)';
const when = `(?:(?:\\d{1,2}(?:st|nd|rd|th)? )?${months},? )?(?:19|20)\\d\\d`;
const itself =
  '(?:this|our|the) (?:paper|review|report|response|study|article|policy|guidance|guide|guideline|plan|strategy|statement|document|briefing|edition|version)|this';
const cues: readonly Cue[] = [
  [
    new RegExp(
      `\\b(?:opened|began|begun|started|launched|introduced|set up|ran)\\b[^.;]{0,30}\\b(?:on|in|from|since) ${when}`,
      'iu',
    ),
    1,
  ],
  [
    new RegExp(
      `^(?:first )?(?:published|issued|updated|last (?:updated|reviewed))\\b[^.;]{0,30}\\b${when}|\\b(?:${itself})\\b[^.;]{0,40}\\b(?:published|first published|issued|released|updated|last updated|last reviewed|dated|adopted|approved|ratified|agreed)\\b[^.;]{0,40}\\b${when}|\\bretracted this (?:paper|article|study|report) (?:on|in) ${when}`,
      'iu',
    ),
    1.3,
  ],
  [
    new RegExp(
      `\\b(?:${itself})\\b[^.;]{0,40}\\b(?:take[s]? effect|took effect|comes? into (?:force|effect)|came into (?:force|effect)|effective|in force|applies|replaces?|replaced)\\b[^.;]{0,60}\\b(?:on|from|since|of) ${when}`,
      'iu',
    ),
    1.3,
  ],
  [new RegExp(`^(?:\u00a9|copyright|version [\\d.]+|edition)\\b[^.;]{0,40}${when}`, 'iu'), 1.1],
  [
    new RegExp(
      `\\b(?:from|between|during)\\s${when}\\s?(?:to|and|until|[-\u2013])\\s?(?:the end of )?${when}|\\bfrom\\s(?:\\d{1,2} )?${months}\\s(?:to|until)\\s(?:\\d{1,2} )?${when}`,
      'iu',
    ),
    0.8,
  ],
  [
    new RegExp(
      `\\b(?:search(?:ed|es)?|literature|databases)\\b[^.;]{0,80}\\b(?:to|until|in) ${when}`,
      'iu',
    ),
    1.2,
  ],
];
/** What a service began with stands near the beginning. */
const opening = 0.4;
const since = new RegExp(`^(?:since|from) ${when}`, 'iu');
const study =
  /\b(?:we|study|trial|survey|data|pilot|collected|recruited|enrolled|followed|admissions|patients|interviews|fieldwork|opened|began|evaluation|ran)\b/iu;
const methods =
  /\b(?:methods?|design|data|setting|background|the service|pilot|purpose|scope|summary|abstract|introduction|about)\b/iu;
const elsewhere =
  /\bet al\b|\b(?:act|regulations?|guideline|directive)\b[^.;]{0,20}\b(?:19|20)\d\d\b|\bhttps?:|\b(?:will|would|should)\b/iu;

/** Which year or years the publication itself names for its making or for what it looked into. */
export const namesYear: ColumnRule = (statement) => {
  const { own, candidate, place } = statement;
  if (candidate.kind === 'table-row' || elsewhere.test(own)) return 0;
  const cue = Math.max(bestCue(cues, own), place < opening && since.test(own) ? 1 : 0);
  if (cue === 0) return 0;
  const placed = isUnder(statement, methods) ? 0.2 : 0;
  const early = statement.place < 0.15 ? 0.1 : 0;
  return cue + placed + early + (cue < 1 && study.test(own) ? 0.2 : 0);
};
