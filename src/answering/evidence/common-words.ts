import type { QuestionTerms, WeightedTerms } from '../extract/question-terms.ts';
import type { TermStatistics } from '../term-statistics.ts';

/**
 * Words that say little about a subject in any text: verbs, adverbs, adjectives and nouns of general
 * English that people phrase questions with. A small library may hold few of them, and then their
 * rarity in it would make them look telling.
 */
const commonWords = `able according actual actually afterwards ago allow allowed almost alone along
  already always amount another anybody anyone anything anyway anywhere apart appear around ask
  asked asking away back bad based basically became become becomes begin best better big bit bring
  brought call called came case certain certainly change changed choose clear come comes coming
  common compare compared complete completely consider correct count couple current currently day
  deal decide depend describe detail details difference different directly done doubt due early
  easily easy else end ended enough entirely especially etc even eventually everybody everyone
  everything everywhere exact exactly example except exist expect expected explain extra fact fairly
  far fast feel felt fewer find first fit follow following full fully gave general generally get
  gets getting give given gives giving go goes going gone good got great guess happen happened
  happening happens hard hardly hear heard held hello help helpful helps hi high highest hold hope
  huge idea important include included includes including instead interested involve involved
  involves item keep keeping keeps kept kind kinds knew know known knows large largest last lastly
  late later latest lead least leave left less let lets level like likely line list little live long
  longer longest look looked looking looks lose lost lot lots low lower lowest made main mainly make
  makes making many matter maybe mean meaning means meant mention minute moment mostly move moved
  near nearly necessary need needed needs never new next nobody none normal normally note nothing
  notice now nowhere number obviously occur okay old older one ones open option order originally
  others otherwise overall part particular particularly past people perhaps person piece place
  please plus point possible possibly present pretty previous previously probably proper properly
  provide provided provides put question quick quickly quite read ready real really reason recent
  recently refer regarding relate related remain remember require required requires result run
  running said saw say saying says see seem seems seen send sent several show showed shown shows
  similar simple simply single situation size small somebody somehow someone something sometimes
  somewhere soon sort sorts speak specific specifically start started state still stop suggest
  supposed sure take taken takes taking talk tell thank thanks thing things think thought time times
  today together told tomorrow took top total tried true try trying turn turned type types typically
  understand unless use used useful uses using usual usually value various want wanted wants way ways
  week well went whole wish wonder wondering word work worked working works worse worst wrong year
  years yes yesterday`;

/** What the rarity of a common word counts for. */
const commonShare = 0.25;

/** A question's terms with common words weighing a quarter. */
export function lightenCommonWords(
  { whole, focus, pairs }: QuestionTerms,
  statistics: Pick<TermStatistics, 'terms'>,
): QuestionTerms {
  const common = new Set(statistics.terms(commonWords));
  const lighten = ({ weights }: WeightedTerms): WeightedTerms => {
    const lightened = new Map(
      Array.from(weights, ([term, weight]) => [
        term,
        common.has(term) ? weight * commonShare : weight,
      ]),
    );
    return {
      weights: lightened,
      total: [...lightened.values()].reduce((sum, weight) => sum + weight, 0),
    };
  };
  return { whole: lighten(whole), focus: lighten(focus), pairs };
}
