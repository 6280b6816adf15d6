import type { TopicWords } from '../../answering/index.ts';
import { presentStatements } from '../extract/present-statements.ts';
import { readStatements } from '../extract/read-statements.ts';
import { scoreStatements } from '../extract/scoring/score-statements.ts';
import type { SectionRole } from '../extract/section-role.ts';
import { pointsOutside } from '../extract/stands-alone.ts';
import type { Statement } from '../extract/statement.ts';
import type { ReadPublication } from '../read-publication.ts';

const fewestWords = 7;
const mostWords = 45;
const notOfTheSubject =
  /^["\u201c]|^(?:source|note|contact|for further information)\b|\b(?:later|earlier|elsewhere) in this \p{L}+/iu;
/** `Having seen it, they should …`: who, stands before it. */
const unknownSubject = /^[^,]{0,90},\s(?:they|it|he|she)\s/i;
/** Of what needs another sentence, or the opening of its list, to be understood. */
const leadIn = { sentence: -1.5, 'list-item': -0.25, 'table-row': 0 } as const;
/**
 * Share of the topic's information from which on a text is about it; where nothing says as much, what
 * says nearly the most.
 */
const leastCoverage = 0.5;
const nearlyMost = 0.9;
/** What a heading or title has to hold for all below it to be about the topic. */
const namesIt = 0.99;
/** What a title has to hold for its statements to be taken on trust that hold the topic's words apart. */
const partlyNamesIt = 0.35;
/**
 * How much each says for a statement: how far it stands out in what the publication says, in standard
 * deviations, and how much of the topic it names. Where the title names the topic, every statement is
 * about it, and what the publication says as a whole counts for more. Set by eye on the sample library.
 */
const weight = {
  named: { salience: 0.6, own: 0.1, role: 0.25, tellsMost: 0.15 },
  mentioned: { salience: 0.25, own: 0.8, role: 1, tellsMost: 0.35 },
} as const;
const underHeading = 0.3;
const retrievedToo = 0.2;
/** What came of it, in figures, and what has to be done is what people read for. */
const tellsMost =
  /\b(?:fell|rose|grew|dropped|halved|doubled|reduced|increased|improved|saved|lower|higher|fewer|shorter|longer|unchanged|no (?:difference|effect)|did not (?:change|fall|rise|improve|differ))\b.*\d|\d.*\b(?:fewer|lower|higher|less|more) than\b|\b(?:must|should|has to|have to|is to be|are to be)\b/i;
const roleWeight: Readonly<Partial<Record<SectionRole, number>>> = {
  findings: 0.4,
  conclusions: 0.4,
  recommendations: 0.4,
  summary: 0.3,
  background: -0.2,
  methods: -0.3,
  limits: -0.3,
  foreword: -0.3,
  apparatus: -0.6,
};

/**
 * What a publication says on a topic in sentences that can be read alone, the most telling first:
 * those that say most of what it is about, and name the topic or stand below a heading that does.
 *
 * @param words of the topic, or of the parts of it that the publication is about.
 * @param retrieved ids of the passages that were found for the topic.
 */
export function rankStatements(
  read: ReadPublication,
  words: readonly TopicWords[],
  retrieved: ReadonlySet<number>,
): Statement[] {
  const { title, language } = read.publication;
  const coverage = (text: string): number => Math.max(...words.map((each) => each.coverage(text)));
  const isNamed = coverage(title) >= namesIt;
  const isNamedInPart = coverage(title) >= partlyNamesIt;
  const standTogether = (text: string): boolean => words.some((each) => each.standTogether(text));
  const scored = scoreStatements(readStatements(read), { title, language });
  const all = presentStatements(read, scored).filter(standsAlone);
  const salience = standardise(all.map(({ score }) => score));
  const own = all.map(({ text }) => coverage(text));
  const least = Math.min(leastCoverage, Math.max(0, ...own) * nearlyMost);
  const weights = isNamed ? weight.named : weight.mentioned;
  return all
    .map((statement, index) => {
      const { candidate, section, ranges, text } = statement;
      const held = own[index] ?? 0;
      const isBelow = coverage(candidate.headings.join('\n')) >= namesIt;
      const isAbout =
        isNamed || isBelow || (held > 0 && held >= least && (isNamedInPart || standTogether(text)));
      const role = section.role === null ? 0 : (roleWeight[section.role] ?? 0);
      const score =
        weights.salience * (salience[index] ?? 0) +
        weights.own * held +
        weights.role * role +
        (tellsMost.test(text) ? weights.tellsMost : 0) +
        (isBelow ? underHeading : 0) +
        (retrieved.has(candidate.retrieved.passage.id) ? retrievedToo : 0) +
        (ranges.length > 1 || text.split(fullStop).length > 1 ? leadIn[candidate.kind] : 0);
      return { statement, score, isAbout };
    })
    .filter(({ isAbout }) => isAbout)
    .sort((left, right) => right.score - left.score)
    .map(({ statement }) => statement);
}

const fullStop = /[.!]["'\u2019\u201d)]*\s+(?=["'\u2018\u201c(]*\p{Lu})/u;

/** As so many standard deviations above or below the mean. */
function standardise(values: readonly number[]): number[] {
  const mean = values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  const deviation = Math.sqrt(squares / Math.max(1, values.length)) || 1;
  return values.map((value) => (value - mean) / deviation);
}

function standsAlone({ text, words }: Statement): boolean {
  return (
    words >= fewestWords &&
    words <= mostWords &&
    !pointsOutside(text) &&
    !notOfTheSubject.test(text) &&
    !unknownSubject.test(text)
  );
}
