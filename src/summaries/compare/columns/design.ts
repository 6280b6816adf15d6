import { bestCue, type ColumnRule, type Cue, isUnder } from './column-rule.ts';

const designs =
  '(?:(?:cluster[- ])?(?:quasi-)?randomi[sz]ed(?:,? (?:placebo-)?controlled)? (?:clinical |parallel[- ]group |parallel |controlled )*(?:group )?(?:trials?|stud(?:y|ies))|RCTs?|controlled trials?|cross-?over trials?|cohort (?:study|studies|analysis)|case[- ]control|cross-sectional|longitudinal|before[- ]and[- ]after|interrupted time series|difference-in-differences|quasi-experiment(?:al)?|natural experiment|systematic review|meta-analysis|rapid review|scoping review|literature review|evidence review|(?:semi-structured |qualitative |in-depth )?interviews|focus groups?|questionnaires?|surveys?|observational|retrospective|prospective|case stud(?:y|ies)|ethnograph(?:y|ic)|thematic analysis|regression|mixed[- ]methods|feasibility study|pilot study|modelling study|simulation|data linkage|linked data|propensity|matched (?:controls?|comparison)|administrative data|routinely collected|audit)';
const cues: readonly Cue[] = [
  [
    new RegExp(
      `\\b(?:we|authors|team|researchers|investigators) (?:\\p{Ll}+ ){0,3}(?:conducted|carried out|did|undertook|performed|used|ran|held|included|analysed|analyzed|searched|interviewed|surveyed|compared|designed|linked|employed|selected)\\b[^.;]{0,120}\\b${designs}\\b`,
      'iu',
    ),
    1.6,
  ],
  [
    new RegExp(
      `\\b(?:this|the|our|present) (?:\\p{Ll}+ )?(?:study|evaluation|analysis|report|paper|review|research|project|work|trial) (?:\\p{Ll}+ly )?(?:is|was|used|uses|draws on|is based on|was based on|included|includes|combines|combined)\\b[^.;]{0,100}\\b${designs}\\b`,
      'iu',
    ),
    1.6,
  ],
  [
    new RegExp(
      `\\b(?:participated in|included in|took part in|enrolled in|reported in)\\b[^.;]{0,30}\\b${designs}`,
      'iu',
    ),
    1.2,
  ],
  [
    /\b(?:study|trial|evaluation|analysis) (?:used|adopted|followed|had) an? [^.;]{0,60}\bdesign\b|\b(?:assigned|allocated|divided)\b[^.;]{0,40}\b(?:by lot|at random|randomly)\b/iu,
    1.4,
  ],
  [
    /\bwe (?:read|examined|audited|reviewed) (?:the |another )?(?:\d+ )?(?:records|notes|files|cases)\b/iu,
    1.2,
  ],
  [
    /\bwe (?:compared|matched|followed|interviewed|surveyed|searched|analysed|analyzed|linked|modelled|reviewed|randomi[sz]ed|sampled)\b/iu,
    1.1,
  ],
  [
    new RegExp(
      `^(?:(?:an?|the|this|all|\\p{L}+|\\d[\\d,]*) ){0,4}${designs}\\b[^.;]{0,120}\\b(?:was|were|met)\\b[^.;]{0,60}\\b(?:included|conducted|carried out|undertaken|performed|held|used|identified|eligible|selected|criteria|done|pooled)\\b`,
      'iu',
    ),
    1.3,
  ],
  [
    /\b(?:stud(?:y|ies)|trials?|RCTs?)\b[^.;]{0,60}\b(?:were|was) (?:included|eligible|identified)\b|\bwe (?:included|identified|found) (?:\p{L}+|\d+)[^.;]{0,40} (?:trials?|RCTs?|studies)\b/iu,
    1,
  ],
  [
    /\b(?:studies|trials|RCTs)\b[^.;]{0,40}\bcompared\b|\b(?:data|records) (?:will|were|was|are) (?:be )?(?:then )?(?:be )?(?:linked|pooled|analysed|analyzed)\b|\b(?:figures|results|analysis) compares? \p{Ll}+\b|\b(?:was|were) (?:compared|matched) with\b|\bthe comparison is with\b|\bmatched with\b/iu,
    1.1,
  ],
];
const section =
  /\b(?:methods?|methodology|design|approach|how we (?:did|worked|studied)|data and analysis|evidence base|research methods|how (?:it|this) was)\b/iu;
const other =
  /\b(?:introduction|background|discussion|conclusions?|recommendations?|implications|advice)\b/iu;
const elsewhere =
  /\bet al\b|\bprevious(?:ly)?\b|\bfurther\b|\bfuture\b|\b(?:should|must|could|needs? to|need)\b|\bother (?:studies|trials)\b/iu;

/** How it was found out. */
export const tellsDesign: ColumnRule = (statement) => {
  const { own, candidate } = statement;
  if (candidate.kind === 'table-row' || elsewhere.test(own)) return 0;
  const cue = bestCue(cues, own);
  if (cue === 0) return 0;
  const placed = isUnder(statement, section) ? 0.5 : isUnder(statement, other) ? -0.3 : 0;
  return cue + placed + (statement.place < 0.15 ? 0.1 : 0) - (statement.isBound ? 0.2 : 0);
};
