import { bestCue, type ColumnRule, type Cue, isUnder } from './column-rule.ts';

const itself =
  '(?:this|the present|the current|our|the) (?:\\p{Ll}+ ){0,2}(?:paper|review|report|study|article|policy|guidance|guide|guideline|plan|strategy|statement|document|briefing|evaluation|analysis|consultation|trial|project|research|work|survey|module|inquiry|audit)';
const verbs =
  'sets? out|describes?|considers?|examine[sd]?|explore[sd]?|investigate[sd]?|asks?|asked|assesse[sd]|evaluate[sd]?|looks? at|looked at|reviews?|reviewed|analyse[sd]?|presents?|explains?|aims?|aimed|seeks?|sought|tests?|tested|compare[sd]?|reports? on|discusses|shows how|is about|is concerned with|covers|addresses|outlines?|summari[sz]es';
const cues: readonly Cue[] = [
  [/\b(?:our|the|its|main|primary|overall) (?:research )?questions? (?:was|is|were|are)\b/iu, 1.4],
  [
    new RegExp(
      `\\b(?:aims?|objectives?|purpose|goals?) of ${itself.replace('|the)', '|the|a)')}`,
      'iu',
    ),
    1.5,
  ],
  [
    /\b(?:our|the (?:main |primary |overall )?)(?:aims?|objectives?|purpose) (?:was|is|were|are) to\b/iu,
    1.2,
  ],
  [
    /^(?:aims?|objectives?|purpose)\b[:.]?\s|^to (?:assess|determine|evaluate|examine|identify|explore|compare|investigate|describe|review|establish|summari[sz]e|quantify|estimate|find out|test|understand)\b/iu,
    1.4,
  ],
  [
    /\bwe (?:therefore |also |then |thus )?(?:aim(?:ed)?|sought|set out|wanted|asked|ask|wished|hypothesi[sz]ed?)\b/iu,
    1.3,
  ],
  [
    /\b(?:in this (?:paper|study|report|work|article|review|analysis|briefing),? )we (?:\p{Ll}+ly )?(?:examine|investigate|assess|evaluate|study|explore|compare|review|analyse|analyze|look at|consider|describe|present|propose|introduce|address|ask|develop|show)d?\b/iu,
    1.3,
  ],
  [
    /\bwe (?:examined?|investigated?|assess(?:ed)?|evaluated?|stud(?:y|ied)|explored?|propose|introduce|present|address)\b/iu,
    1,
  ],
  [new RegExp(`\\b${itself} (?:\\p{Ll}+ )?(?:${verbs})\\b`, 'iu'), 1.2],
];
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
  const cue = bestCue(cues, own);
  const isNamed = isUnder(statement, section);
  if (cue === 0) return isNamed && inSection === 0 && !statement.isBound ? 1 : 0;
  const early = place < 0.1 || isUnder(statement, earlyIn) ? 0.3 : place > 0.5 ? -0.6 : 0;
  return cue + (isNamed ? 0.5 : 0) + early - (statement.isBound ? 0.3 : 0);
};
