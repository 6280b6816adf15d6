import { bestCue, type ColumnRule, type Cue, isUnder } from './column-rule.ts';

const people =
  '(?:participants?|patients?|people|persons|individuals|adults?|children|infants|women|men|pregnancies|babies|residents?|inhabitants|respondents?|volunteers|carers?|families|households|students|pupils|nurses|doctors|GPs|clinicians|staff|practices|hospitals|trusts|care homes|homes|sites|wards|centres|clinics|areas|districts|authorities|schools|cases|stations|teams|services|units|admissions|discharges|referrals|interviewees|subjects|members|organisations|organizations)';
const count =
  '(?:\\d[\\d,. ]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\\p{L}+teen|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-\\p{L}+)?)';
const counted = `${count}\\s(?!hours|days|weeks|months|years)(?:[\\p{L}-]+\\s){0,4}${people}`;
const took =
  'included|enrolled|recruited|randomi[sz]ed|interviewed|surveyed|studied|followed|sampled|participated|took part|responded|assigned|allocated|involved|enrolling|invited|offered|helped|attended|seen|treated';
const cues: readonly Cue[] = [
  [
    new RegExp(
      `\\bwe (?:${took}|compared|matched)\\b[^.;]{0,40}\\b${counted}\\b|\\b${counted}\\b[^.;]{0,60}\\b(?:${took})\\b`,
      'iu',
    ),
    1.4,
  ],
  [
    /\b(?:trials?|stud(?:y|ies)|RCTs?|reviews?|surveys?)\b[^.;]{0,60}\((?:n\s?=\s?)?\d[\d,. ]*(?:participants|patients|people|women|children|infants|adults)?\)/iu,
    1.2,
  ],
  [/\((?:n|N)\s?=\s?\d[\d,]*\)/u, 1],
  [
    /\bdata (?:will be|were|was|are) (?:obtained|collected|drawn) (?:from the following|(?:in|at|across) (?:the )?\p{Lu})/u,
    1.1,
  ],
  [
    new RegExp(
      `\\b(?:stud(?:y|ies)|trials?|reviews?|RCTs?|survey)\\b[^.;]{0,40}\\b${counted}`,
      'iu',
    ),
    1.2,
  ],
  [
    /\b(?:has|have|had|serves?|covers?|with|for) (?:a population of |about |some |around |almost |nearly )?\d[\d,.]* (?:million )?(?:inhabitants|residents|people|patients|registered)/iu,
    1.1,
  ],
  [
    /\b(?:applies|apply|open|limited|addressed|intended) to (?:all |every |any )?(?:adults?|children|people|patients|everyone|staff|residents)\b|\bit binds\b|\bis for (?:adults|children|people|patients|anyone|staff)\b/iu,
    1.2,
  ],
  [
    /\b(?:study|trial|survey|evaluation|pilot|research|project|analysis|data|sample)\b[^.;]{0,50}\b(?:took place|was (?:conducted|carried out|set|based|done|run)|were (?:conducted|carried out|collected|drawn))\b[^.;]{0,40}\b(?:in|at|across|from)\s(?:the\s)?(?:\p{Lu}|\d|\p{Ll}+ (?:hospitals|practices|trusts))/u,
    1.3,
  ],
  [
    /\b(?:people|patients|adults|children|residents|women|men|participants) (?:\p{L}+ ){0,2}aged (?:\d|between|over|under)/iu,
    1.05,
  ],
  [
    /\b(?:the setting|study population|inclusion criteria|eligible participants|participants|the sample)(?: (?:was|were|is|included?|includes|comprised|consisted of)\b|:)/iu,
    1.1,
  ],
];
const section =
  /\b(?:population|participants|setting|sample|subjects|patients studied|who (?:this|it) (?:is for|applies)|scope|data sources?|study area|background|place)\b/iu;
const methods = /\b(?:methods?|methodology|approach|how we|design|data)\b/iu;
const results = /\b(?:discussion|conclusions?|limit(?:s|ations)|recommendations?|implications)\b/iu;
/** Figures of what happened, not of whom it was looked into. */
const effect =
  /\b(?:fell|rose|reduced|increased|decreased|longer than|shorter than|survival of|odds ratio|hazard ratio|risk ratio|confidence interval)\b|\d\s?%|^of the \d/iu;
const elsewhere =
  /\bet al\b|\bprevious (?:studies|research)\b|\b(?:must|should)\b|\(\d{1,3}\)|\[\d{1,3}\]|\bat least\b/iu;

/** Of whom and where. */
export const namesPopulation: ColumnRule = (statement) => {
  const { own, candidate } = statement;
  if (candidate.kind === 'table-row') return 0;
  const cue = bestCue(cues, own);
  if (cue === 0) return 0;
  const placed = isUnder(statement, section) ? 0.4 : isUnder(statement, methods) ? 0.3 : 0;
  const away = (isUnder(statement, results) ? 0.4 : 0) + (elsewhere.test(own) ? 0.5 : 0);
  const early = statement.place < 0.15 ? 0.1 : 0;
  return cue + placed + early - away - (effect.test(own) ? 0.5 : 0) - (statement.isBound ? 0.2 : 0);
};
