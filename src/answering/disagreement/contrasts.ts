/** Words of which one excludes the other: what holds for the one need not hold for the other. */
const opposites = `child children childhood paediatric infant infants baby babies adolescent adolescents ; adult adults adulthood
  child children young younger youth adolescent adolescents ; old older elderly frail
  woman women female mother mothers pregnant ; man men male
  inpatient inpatients ; outpatient outpatients
  hospital hospitals ; home homes ; community ; practice practices ; hospice hospices ; prison prisons ; school schools
  ward wards ; clinic clinics ; surgery
  patient patients ; carer carers ; staff ; volunteer volunteers ; visitor visitors
  nurse nurses ; doctor doctors ; pharmacist pharmacists ; therapist therapists ; paramedic paramedics ; physician physicians
  agency ; employed ; bank ; volunteer volunteers ; community ; permanent ; trainee trainees
  primary ; secondary ; tertiary
  urgent ; routine
  emergency unplanned ; planned elective
  acute ; chronic
  mild ; moderate ; severe
  oral ; intravenous ; topical
  weekday weekdays ; weekend weekends
  monday mondays ; tuesday tuesdays ; wednesday wednesdays ; thursday thursdays ; friday fridays ; saturday saturdays ; sunday sundays
  day daytime ; night nights overnight
  morning ; afternoon ; evening
  january ; february ; march ; april ; june ; july ; august ; september ; october ; november ; december
  spring ; summer ; autumn ; winter
  north northern ; south southern ; east eastern ; west western
  urban ; rural
  low-risk ; high-risk
  median ; mean
  minimum ; maximum
  before ; after
  start beginning ; end
  early ; late
  previous former ; next ; last ; current
  gross ; net
  target targets aim aims goal goals plan planned expected forecast ; actual actually achieved performance observed
  should must shall ; was were had took average averaged found
  systolic ; diastolic
  internal ; external`;

/** Each a list of sets that exclude each other. */
const contrasts: readonly (readonly ReadonlySet<string>[])[] = opposites
  .split('\n')
  .map((line) => line.split(';').map((words) => new Set(words.trim().split(/\s+/))));

const word = /[\p{L}\p{M}]+/gu;
const risk = /\b(low|high|higher|lower|medium)(?:[\s-])(risk)\b/giu;
const atRisk = /\bat (?:a )?(low|high|higher|lower|medium) risk\b/giu;

/**
 * Whether two texts speak of what excludes each other, such as children and adults, or a target and
 * what was achieved: each has a word that the other lacks.
 */
export function areContrasting(one: string, other: string): boolean {
  const left = wordsOf(one);
  const right = wordsOf(other);
  return contrasts.some((sets) => {
    const inLeft = sets.flatMap((set, index) => (holdsAny(left, set) ? [index] : []));
    const inRight = sets.flatMap((set, index) => (holdsAny(right, set) ? [index] : []));
    return (
      inLeft.length > 0 && inRight.length > 0 && !inLeft.some((index) => inRight.includes(index))
    );
  });
}

function holdsAny(words: ReadonlySet<string>, set: ReadonlySet<string>): boolean {
  for (const each of set) if (words.has(each)) return true;
  return false;
}

function wordsOf(text: string): Set<string> {
  const lower = text.toLowerCase();
  const risks = Array.from(
    lower.matchAll(risk),
    ([, level = '']) => `${level.replace(/er$/, '')}-risk`,
  );
  const at = Array.from(
    lower.matchAll(atRisk),
    ([, level = '']) => `${level.replace(/er$/, '')}-risk`,
  );
  return new Set([...(lower.match(word) ?? []), ...risks, ...at]);
}
