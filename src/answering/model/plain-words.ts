import { stemsOf } from '../quotes/stems.ts';

/**
 * Words that restate rather than add: general verbs, nouns of measure and manner, and what reports
 * call themselves, all of which a careful reader uses for other words of the same meaning. Nothing
 * that names a thing, a person, a place, a treatment or a judgement of worth.
 */
const plainWords = `able according account achieve act addition adult advance affect again age
  agree ahead allow alone already also although alternative always amount annual annually answer
  anyone appear apply approximately area arrange ask aspect assess associate attend author available
  average aware away back base basis become begin belong big bring brought call cap carry case category
  cause central change check choose circumstance cite claim close collect combine come common compare
  complete comprise concern conclude condition conduct connection consider consist contact contain
  continue contribute cover create current currently count cut daily date day deal decide decision decline
  decrease define deliver demonstrate depend describe design detail detect determine differ difference
  direct discuss document done double down draw drop due duration early effect either employ enable
  encourage end enough ensure enter entitle equal equivalent especially essential establish estimate
  evaluate even event every evidence example except exclude exist expect experience explain express extend
  extent face fact factor fall far feature few figure find finding finish fit follow form formal
  former found fewer free frequent frequently full fully function further gain general get give given go
  goal good greater group grow growth guideline guidance half handle hand happen have head held help high hold
  hour identical identify impact implement important include increase indicate individual inform
  information instance instead intend involve issue item job join joint jointly judge keep kind know
  known lack large larger last late later lead least leave left length less level lie likely limit limited
  line link list little live local locality long longer look low lower main mainly maintain major
  majority make manage manner mark mean means measure meet member mention message method middle
  minimum minor minority minute moment month monthly morning most mostly move much multiple must name
  near nearly necessary need new next night nobody normal normally note notice now number obtain occasion
  occur offer often old older one ongoing only open operate option order organise organisation
  original others otherwise outcome outside overall own page paper part participate particular
  particularly party pass past pay people per percent percentage perform period permit person persons
  phase pilot place plan play point policy portion position possible present previous previously
  primarily prior probably process produce programme project prompt proper proportion proportional
  propose prove provide provision publication publicise publish purpose put quarter question quick quickly raise
  range rate reach read ready reason receive recent recently recommend record reduce reduction refer
  regard regardless regular regularly relate relation relative remain remove repeat replace report
  represent request require requirement respond response responsible responsibility rest restate
  result retain return review right rise role roughly rule run same say scale scheme second section see
  seek seem seen send separate serve service set several share short shorten show shown side similar
  similarly simple since single site situation size slightly small smaller someone sort source speak specific
  spend staff stage standard start state statement stay step still stop study subject subsequent
  substantial substantially suggest suitable sum summary support survey switch system take taken task
  tell tend term test theme therefore think thirds thought time times together told took top topic
  total toward transfer travel treat true turn type undergo understand undertake unless unit up upon usage use
  user usual usually value various vary version via view visit way week weekly well whole wide widely
  within work worker workload worth write written year yearly yet`;

let stems: ReadonlySet<string> | null = null;

/** The stems of those words, made once. */
export function plainStems(): ReadonlySet<string> {
  stems ??= new Set(stemsOf(plainWords));
  return stems;
}
