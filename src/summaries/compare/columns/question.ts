import { bestCue, type ColumnRule, type Cue, isUnder } from './column-rule.ts';

const publication =
  'paper|review|report|response|study|article|policy|guidance|guide|guideline|plan|strategy|statement|document|briefing|evaluation|analysis|consultation|trial|project|research|survey|audit|digest|leaflet|handbook|protocol';
const thisOne = `(?:this|the present|the current|our) (?:\\p{Ll}+ ){0,2}(?:${publication})`;
const aim = '(?:aims?|objectives?|purpose|goals?)';
const verbs =
  'sets? out|describes?|considers?|examine[sd]?|explore[sd]?|investigate[sd]?|asks?|asked|assesse[sd]|evaluate[sd]?|looks? at|looked at|reviews?|reviewed|analyse[sd]?|presents?|explains?|aims?|aimed|seeks?|sought|tests?|tested|compare[sd]?|reports? on|discusses|shows how|is about|is concerned with|covers|addresses|outlines?|summari[sz]es|tells|retells|brings together';
const studied =
  'examine|investigate|assess|evaluate|study|explore|compare|review|analyse|analyze|look at|consider|describe|present|propose|introduce|address|ask|develop|show';
const cues: readonly Cue[] = [
  [/\b(?:our|the|its|main|primary|overall) (?:research )?questions? (?:was|is|were|are)\b/iu, 1.4],
  [/^we (?:therefore )?asked (?:how|whether|what|which|who|why)\b/iu, 1.5],
  [
    new RegExp(
      `\\b${aim} of (?:${thisOne}|the (?:\\p{Ll}+ ){0,2}(?:${publication})) (?:\\p{Ll}+ )?(?:was|is|were|are)\\b`,
      'iu',
    ),
    1.6,
  ],
  [
    new RegExp(
      `\\b(?:our|the main|the primary|the overall) ${aim} (?:was|is|were|are) to\\b`,
      'iu',
    ),
    1.3,
  ],
  [
    new RegExp(
      `^${aim}\\b[:.]\\s|^to (?:assess|determine|evaluate|examine|identify|explore|compare|investigate|describe|review|establish|summari[sz]e|quantify|estimate|find out|test|understand) (?!.*,)`,
      'iu',
    ),
    1.3,
  ],
  [
    /\bwe (?:therefore |also |then |thus )?(?:aim(?:ed)? to|sought to|set out to|wanted to|hypothesi[sz]ed)\b/iu,
    1.3,
  ],
  [
    new RegExp(
      `\\bin this (?:${publication}),? we (?:\\p{Ll}+ly )?(?:${studied.replaceAll('|', 'd?|')}d?)\\b`,
      'iu',
    ),
    1.4,
  ],
  [/\bwe (?:examined?|investigated?|explored?|propose|introduce|present|address)\b/iu, 0.9],
  [new RegExp(`\\b${thisOne} (?:to [^,;]{1,60} )?(?:\\p{Ll}+ )?(?:${verbs})\\b`, 'iu'), 1.3],
  [
    /\b(?:this|the) (?:is the \p{Ll}+ report|inquiry|review|commission|committee)\b[^.;]{0,60}\b(?:established|set up|asked|commissioned|appointed)\b[^.;]{0,30}\bto (?:examine|consider|review|investigate|look|report|assess)\b/iu,
    1.3,
  ],
];
/** Where `it` is the publication. */
const opening = 0.03;
const itself =
  /^it (?:examines|sets out|looks at|considers|describes|explains|asks|aims to|reviews|reports)\b/iu;
const section =
  /\b(?:aims?|objectives?|purpose|question|scope|about this|what this .{1,40} (?:is|does|covers)|remit|terms of reference)\b/iu;
/** Of others, or of what is still to be asked or was not. */
const elsewhere =
  /\b(?:future|further|more) (?:research|studies|work|trials)\b|\bprevious (?:studies|research|work)\b|\bet al\b|\bappendix\b|\bchapter (?:\d+|sets|looks)|\bthis (?:chapter|section|table|figure)\b/iu;
const earlyIn = /\b(?:abstract|summary|introduction|overview|foreword|key points)\b/iu;

/** What the publication asks or is for. */
export const asksQuestion: ColumnRule = (statement) => {
  const { own, place, inSection, candidate } = statement;
  if (candidate.kind === 'table-row' || elsewhere.test(own)) return 0;
  const cue = Math.max(bestCue(cues, own), place < opening && itself.test(own) ? 1.2 : 0);
  const isNamed = isUnder(statement, section);
  if (cue === 0) return isNamed && inSection === 0 && !statement.isBound ? 1 : 0;
  const early = place < 0.1 || isUnder(statement, earlyIn) ? 0.3 : place > 0.5 ? -0.6 : 0;
  return cue + (isNamed ? 0.5 : 0) + early - (statement.isBound ? 0.3 : 0);
};
