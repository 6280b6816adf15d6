const roles = [
  'summary',
  'foreword',
  'introduction',
  'background',
  'aims',
  'scope',
  'methods',
  'findings',
  'discussion',
  'conclusions',
  'recommendations',
  'limits',
  'apparatus',
] as const;
/**
 * What a section is there for. `apparatus` is what helps to use a publication rather than says
 * anything: contents, references, glossary, acknowledgements, appendices.
 */
export type SectionRole = (typeof roles)[number];

/** `3.2 `, `A. `, `IV) `, `Chapter 3: `, `Part two – `, `Output 1 - ` before what a heading says. */
const numbering =
  /^(?:(?:chapter|part|section|module|annex|appendix|stage|step)\s+(?:\d+|[ivx]+|[a-z]|one|two|three|four|five|six|seven|eight|nine|ten)\b\s*[:.)\u2013\u2014-]?\s*|(?:\d{1,2}(?:\.\d{1,2})*|[a-z]|[ivx]{1,4})[.):]\s+|\d{1,2}(?:\.\d{1,2})*\s+)/i;

/** Words that head what was found, or what is going to be looked for. */
const weakFindings = /^(?:the )?(?:outcomes?|evidence|impacts?|effects?|analys[ie]s)\b/;

/** Looked at one after the other; the first that fits counts. */
const patterns: readonly [SectionRole, RegExp][] = [
  [
    'apparatus',
    /^(?:(?:list of |table of )?(?:contents|figures|tables|boxes|abbreviations|acronyms|definitions|terms)|references?|bibliography|literature|works cited|sources|end ?notes|foot ?notes|notes|acknowledge?ments?|thanks|glossary|index|further (?:reading|information|resources)|for further reading|related (?:reading|articles|documents|publications)|contact(?:s| us| details)?|about (?:us|the (?:authors?|contributors|editors?)|(?!this\b|these\b|the\b|our\b|it\b)\S+(?: \S+){0,6})|authors?|contributors|author contributions|funding|conflicts? of interests?|competing interests|declarations?(?: of .*)?|ethic(?:s|al) .*|data availability.*|supplementary .*|copyright.*|licen[cs]e|document control|version (?:control|history)|change (?:log|history)|distribution list|tags|categories|share this.*|voices of .*|(?:key )?terminology(?: and references)?|data definitions|core participants|.* as (?:first|originally) published)$/,
  ],
  [
    'limits',
    /^(?:(?:known |main |study |key )?(?:limits|limitations?|weaknesses|caveats?|shortcomings|uncertaint(?:y|ies))(?: (?:and|of (?:this|the|our) (?:study|stud(?:y|ies)|review|report|analysis|data|paper|evaluation|evidence|work|approach))\b.*)?|.*\b(?:strengths|assumptions|discussion|implications),? and (?:limitations|weaknesses|caveats).*|risk of bias.*|data quality.*|(?:the )?quality of (?:the )?evidence|what (?:we|this|the .{3,40}) (?:do|does|did|could|can) not (?!do\b).*|what is (?:not known|uncertain).*)$/,
  ],
  [
    'recommendations',
    /^(?:(?:our |the |key |main |policy |clinical |draft |summary of )*(?:recommendations?|proposals?|commitments|actions?(?: plan| points| required| for .*)?|lessons?(?: learn(?:ed|t)| identified)?|advice(?: to others| for .*)?|implications (?:for|and) .*|calls? to action)(?: and .*)?|(?:conclusions?|discussion|findings|results|summary),? and recommendations?.*|(?:the )?way forward|next(?: steps.*)?|what (?:happens|comes) next|what (?:we (?:ask|recommend|would (?:tell|do))|others should|should|needs? to|must)\b.*|what (?:we|others) (?:have )?learn(?:ed|t)|for those who want to .*)$/,
  ],
  [
    'conclusions',
    /^(?:(?:general |overall |final |our |main |authors['\u2019] |summary and |discussion and )?conclusions?(?: and .*)?|concluding (?:remarks|thoughts)|in conclusion|closing remarks|verdict|the bottom line|implications|what still stands)$/,
  ],
  [
    'summary',
    /^(?:(?:executive |plain[- ](?:language|english) |lay |structured |scientific |short |brief )?(?:summary|abstract|overview|synopsis|pr[e\u00e9]cis)(?: of .*)?|(?:key|main|take[- ]home) (?:points?|messages?|take ?aways?)|highlights|at a glance|in brief|in short|tl;? ?dr|the (?:short version|.{3,30} in short)|the rule in short|summary .*|(?:notice of )?(?:retraction|withdrawal|correction|erratum|corrigendum)(?: (?:notice|statement))?)$/,
  ],
  [
    'methods',
    /\b(?:analysis (?:approach|plan)|approach to analysis|data analysis|what (?:was|we|they) (?:did|done|built|pooled)|how (?:it|this|the .{3,30}) works)\b|^the service$/,
  ],
  [
    'findings',
    /\b(?:results|findings|achievements|what (?:we found|happened|changed|went wrong|worked|did not work|nearly failed|made it work|helped|people said|.{3,30} (?:said|told us|show(?:s|ed)|found)))\b|^(?:(?:staff and |value and |money and )?(?:costs?|money|finances?)(?: and .*)?|difficulties)$/,
  ],
  ['findings', weakFindings],
  ['discussion', /\b(?:discussion|interpretation|comment|reflections?)\b/],
  [
    'aims',
    /^(?:(?:the |our |study |research |review )?(?:aims?|objectives?|purpose|goals?|questions?|research questions?|hypothes[ie]s)(?: (?:and|of|&) .*)?|(?:study|research|review) aims?.*|why (?:we|this|the study|now)\b.*|what (?:we|this|the .*) (?:asked|set out to).*)$/,
  ],
  [
    'scope',
    /\b(?:scope|who (?:this|it|can|may|should|is covered)\b.*|applies to|applicability|eligibility|audience|application of)\b/,
  ],
  [
    'methods',
    /\b(?:methods?|methodology|methodological|(?:study |research |trial )?design|data (?:and (?:methods|sources|linkage|initial .*)|sources?|collection|processing|extraction|used|sets?)|datasets?|search strategy|selection criteria|statistical analysis|experiment(?:al)? set ?up|cohorts?|how .{2,40} (?:chosen|collected|measured|analy[sz]ed|did (?:it|this)))\b|^(?:(?:our |the |study )?(?:approach|population|participants|setting|sample|patients|materials?|data|modell?ing))$/,
  ],
  ['foreword', /\b(?:foreword|preface|forewords|message from|statement (?:by|from))\b/],
  ['introduction', /^(?:introduction\b.*|about (?:this|the)\b.*|preamble|opening)$/],
  [
    'background',
    /\b(?:background|context|rationale|history|literature|starting point|the problem|policy context|the case for change|legal (?:frame|basis)|where .{3,30} (?:come|came) from|why .*)\b/,
  ],
];

const appendix = /^(?:\d{1,2}\s+)?(?:appendix|appendices|annex|annexe|supplement)\b/i;

/**
 * What a section with this heading is there for; null where the heading does not tell. English only.
 * Recommendations are what they are in an appendix, too; other appendices are apparatus.
 *
 * @param around the role of the section that it is part of.
 */
export function roleOfHeading(
  heading: string,
  around: SectionRole | null = null,
): SectionRole | null {
  const plain = heading.trim().replace(/\s+/g, ' ');
  const words = plain.replace(numbering, '').replace(/[:.]$/, '').toLowerCase();
  if (/^recommendation \d/i.test(plain)) return 'recommendations';
  if (/\brecommendations?\b/.test(words) && words.length < 80) return 'recommendations';
  if (appendix.test(plain)) return /\bmethod/.test(words) ? 'methods' : 'apparatus';
  if (around === 'apparatus') return around;
  const [role, pattern] = patterns.find(([, each]) => each.test(words)) ?? [null, null];
  // What a plan of the work is going to look for has not been found yet.
  const isPlanned = pattern === weakFindings && around !== null && around !== 'findings';
  return isPlanned || role === null ? around : role;
}

/** `Figure 3: …` or `Table 2`: a caption that its print makes look like a heading. */
export function isCaption(heading: string): boolean {
  return /^(?:figure|fig\.|table|box|chart|graph|exhibit|map|plate)\s+[A-Z]?\d/i.test(
    heading.trim(),
  );
}
