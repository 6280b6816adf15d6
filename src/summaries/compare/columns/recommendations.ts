import type { StatementInPlace } from '../statement-in-place.ts';
import { bestCue, type ColumnRule, type Cue, isUnder } from './column-rule.ts';

const cues: readonly Cue[] = [
  [
    /\b(?:trials?|RCTs?|research|stud(?:y|ies)|evidence|evaluations?|analyses|work)\b[^.;]{0,200}\b(?:is|are) (?:also )?(?:needed|warranted|required)\b|\bcalls? for (?:\p{Ll}+ )?(?:well|further|more)|\bthere is an? (?:\p{Ll}+ )?need for\b|\bit is (?:therefore |probably )*best (?:that|to)\b/iu,
    0.95,
  ],
  [
    /\bwe (?:therefore |also |strongly )?(?:recommend|advise|propose that|suggest that|call (?:on|for)|urge)\b|\b(?:it is|are|is) (?:strongly )?(?:recommended|advised) (?:that|to)\b/iu,
    1.5,
  ],
  [
    /\b(?:the )?(?:report|review|paper|inquiry|authors?|committee|panel|group|study) (?:therefore |also |strongly )?(?:recommends?|advises?|urges?|calls? (?:on|for))\b/iu,
    1.5,
  ],
  [/\b(?:must|shall|is required to|are required to|has to|have to)\b/iu, 0.9],
  [/\bshould\b/iu, 0.9],
  [/\b(?:needs?|need) to\b|\bdo not\b/iu, 0.5],
];
const section =
  /\b(?:recommendations?|advice|what (?:should|needs? to) happen|next steps|actions?|lessons|what (?:leaders|boards|services) (?:can|should)|implications for (?:practice|policy)|key (?:points|messages))\b/iu;
const conclusions =
  /\b(?:conclusions?|discussion|implications|summary|abstract|what this means)\b/iu;
const imperative =
  /^(?:[-•*\d.)\s]*)(?:agree|ask|let|do not|make|give|set|use|provide|ensure|develop|build|offer|involve|invest|keep|start|begin|name|write|measure|publish|review|plan|share|train|appoint|establish|include|work|support|tell|consider|report)\b/iu;
/** What holds for the making of studies, other people's duties reported, or what might be. */
const elsewhere =
  /\bet al\b|\b(?:should|must) (?:have|not be (?:seen|taken|confused|interpreted)|be (?:noted|interpreted|read|seen|treated with|borne in mind))\b|\b(?:whether|if|how|what|who|why)\b[^.;]{0,40}\bshould\b|\b(?:was|were|had) recommended\b|\bit must be (?:said|remembered)\b/iu;
/** Where a study tells what it did, `should` mostly speaks of the study. */
const findings = /\b(?:results?|methods?|analysis|data|modelling)\b/iu;
/** A policy says in plain present what is to be done. */
const rules =
  /\bwithin\b[^.;]{0,24}\b(?:hours?|days?|weeks?|months?)\b|^(?:every|each|all|no|nobody)\b/iu;
const furtherResearch = /\b(?:further|future|more) (?:work|research|studies|trials)\b/iu;
/** A policy is what it asks for, wherever it does. */
const rulingKinds: ReadonlySet<string> = new Set(['policy', 'statement']);

/** Abstracts and short papers without headings end with what they advise. */
const isLast = ({ place, headings }: StatementInPlace): boolean =>
  place >= 0.75 && headings.length === 0;

/** What is advised or asked for. */
export const recommends: ColumnRule = (statement) => {
  const { own, candidate } = statement;
  if (candidate.kind === 'table-row' || elsewhere.test(own)) return 0;
  const isListed = isUnder(statement, section);
  const isRuling = rulingKinds.has(candidate.retrieved.publication.kind);
  const cue = Math.max(
    bestCue(cues, own),
    isListed && imperative.test(own) ? 1 : 0,
    isRuling && rules.test(own) ? 0.8 : 0,
  );
  if (cue === 0) return 0;
  const placed = isListed
    ? 0.5
    : isUnder(statement, conclusions) || isRuling || isLast(statement)
      ? 0.3
      : 0;
  const reported = placed <= 0.3 && isUnder(statement, findings) ? 0.3 : 0;
  const research = furtherResearch.test(own) ? 0.1 : 0;
  return (
    cue +
    placed -
    reported -
    research -
    (statement.isBound ? 0.3 : 0) -
    (statement.words > 60 ? 0.2 : 0)
  );
};
