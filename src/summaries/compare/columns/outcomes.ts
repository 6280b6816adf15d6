import type { StatementInPlace } from '../statement-in-place.ts';
import { bestCue, type ColumnRule, type Cue, isUnder } from './column-rule.ts';

const moved =
  'fell|rose|dropped|grew|declined|increased|decreased|reduced|improved|worsened|halved|doubled|lower|higher|fewer|more likely|less likely|better|worse|cut|shorter|longer|shortened|saved|gained';
const figure =
  '(?:\\d[\\d,.]*\\s?(?:%|per cent|percentage points|points|days|hours|minutes|weeks|months)?|half|third|quarter|two thirds)';
const share = '\\d[\\d.,]*\\s?(?:%|per cent|percentage points|points)';
const compared =
  'lower|higher|fewer|more|less|reduction|increase|decrease|rise|fall|better|worse|shorter|longer';
const cues: readonly Cue[] = [
  [
    new RegExp(
      `${share}[^.;]{0,60}\\b(?:and|versus|vs|against|compared (?:with|to)|than)\\b[^.;]{0,40}${share}`,
      'iu',
    ),
    1.2,
  ],
  [
    /\b(?:primary|main|secondary|key|principal) (?:and secondary )?outcomes? (?:measures? )?(?:was|were|is|are|included?)\b/iu,
    1.3,
  ],
  [
    /\b(?:RR|OR|HR|MD|SMD|WMD|NNT|IRR|ARR)\b[^.;]{0,12}\d|\b(?:risk|odds|hazard|rate) ratio\b|\bmean difference\b|\b\d\d% (?:confidence interval|CI)\b|\bP\s?[<=]\s?0?\.\d/u,
    1.3,
  ],
  [
    new RegExp(
      `\\b(?:${moved})\\b(?: [\\p{L},]+){0,8} (?:by|from|to) (?:about |around |almost |nearly )?${figure}|${share} (?:[\\p{L}]+ ){0,2}(?:${compared})\\b`,
      'iu',
    ),
    1.2,
  ],
  [
    /\b(?:no|little|any) (?:\p{Ll}+ ){0,3}(?:differences?|effect|impact|benefit|change)\b|\b(?:did|does) not (?:\p{Ll}+ )?(?:reduce|improve|increase|differ|change|affect)\b/iu,
    1.1,
  ],
  [
    /\b(?:we|the (?:study|review|evaluation|analysis|pilot|trial|audit|team|authors)) (?:also )?(?:found|finds|showed|shows|concluded|concludes|demonstrated?)\b|\b(?:results|findings|evidence|data) (?:show|shows|showed|suggests?|suggested|indicate[sd]?)\b/iu,
    1.1,
  ],
  [
    /\b(?:was|were|is|are) (?:\p{Ll}+ )?(?:associated with|effective|superior|as effective|similar)\b/iu,
    1,
  ],
];
const section =
  /\b(?:results?|findings?|outcomes?|what (?:we found|happened|changed|came)|impact|effects?|key (?:points|findings|messages)|main (?:results|findings)|evaluation|what the (?:data|evidence) shows?)\b/iu;
const measured = /\b(?:results?|findings?|outcomes?)\b/iu;
const summary = /\b(?:abstract|summary|conclusions?)\b/iu;
const away =
  /\b(?:methods?|introduction|background|recommendations?|limit(?:s|ations)|discussion|references|protocol|plan)\b/iu;
const elsewhere =
  /\bet al\b|\bprevious (?:studies|research|work)\b|\b(?:should|must|will|would|could|aims? to|hopes? to|plans? to|expected to|if|claim(?:s|ed)?|withdrawn|cites?|according to|not appropriate|error bars|at least \d|fig(?:ure|s?\.)|table \d|limitations?|methodological|bias)\b|\(\d{1,3}\)|\[\d{1,3}\]/iu;

/** What fell or rose is named in the sentence before. */
const unnamed = /\b(?:it|they|this|that|these) (?:fell|rose|dropped|grew|was|were|had)\b/iu;

/** A row of a table of results, for want of a sentence that tells them. */
const isMeasured = (statement: StatementInPlace): boolean =>
  statement.candidate.ranges.length > 1 &&
  isUnder(statement, measured) &&
  /\d/u.test(statement.own);

/** What came of it, with figures where there are some. */
export const tellsOutcome: ColumnRule = (statement) => {
  const { own, candidate } = statement;
  if (candidate.kind === 'table-row') return isMeasured(statement) ? 1 : 0;
  if (elsewhere.test(own)) return 0;
  const cue = bestCue(cues, own);
  if (cue === 0) return 0;
  const placed = isUnder(statement, section) ? 0.5 : isUnder(statement, summary) ? 0.3 : 0;
  const outside = placed === 0 && isUnder(statement, away) ? 0.6 : 0;
  const subject = unnamed.test(own) ? 0.5 : 0;
  const inFigures = /\d/u.test(own) ? 0.2 : 0;
  return cue + placed + inFigures - outside - subject - (statement.isBound ? 0.3 : 0);
};
