/** Base form, then its irregular forms. Forms that are also another word's base are left out. */
const families = `
  arise arose arisen | awake awoke awoken | bear bore borne | beat beaten | become became | begin began begun
  bend bent | bite bitten | bleed bled | blow blew blown | break broke broken | breed bred | bring brought
  build built | burn burnt | buy bought | catch caught | choose chose chosen | come came | deal dealt
  dig dug | draw drew drawn | dream dreamt | drink drank drunk | drive drove driven | eat ate eaten
  fall fell fallen | feed fed | feel felt | fight fought | find found | flee fled | fly flew flown
  forbid forbade forbidden | forget forgot forgotten | forgive forgave forgiven | freeze froze frozen
  get got gotten | give gave given | go goes went gone | grow grew grown | hear heard | hide hid hidden
  hold held | keep kept | know knew known | lay laid | lead led | learn learnt | lend lent
  lose lost | make made | mean meant | meet met | mislead misled | oversee oversaw overseen | pay paid
  repay repaid | rebuild rebuilt | ride rode ridden | ring rang rung | rise rose risen | run ran | say said
  see saw seen | seek sought | sell sold | send sent | shake shook shaken | shine shone | shoot shot
  show shown | shrink shrank shrunk | sing sang sung | sink sank sunk | sit sat | sleep slept | speak spoke spoken
  spend spent | spin spun | stand stood | steal stole stolen | stick stuck | strike struck | swim swam swum
  take took taken | teach taught | tear tore torn | tell told | think thought | throw threw thrown
  undergo underwent undergone | understand understood | undertake undertook undertaken
  wake woke woken | wear wore worn | win won | withdraw withdrew withdrawn | withhold withheld | write wrote written
  child children | woman women | man men | person people | foot feet | tooth teeth | mouse mice | goose geese
  wife wives | life lives | half halves | shelf shelves | knife knives | leaf leaves | self selves
  criterion criteria | phenomenon phenomena | bacterium bacteria | curriculum curricula
  referendum referenda | ovum ova | stimulus stimuli | fungus fungi | nucleus nuclei | matrix matrices
  index indices | appendix appendices | vertex vertices | crisis crises | basis bases
  thesis theses | hypothesis hypotheses | synthesis syntheses | diagnosis diagnoses | prognosis prognoses
  metastasis metastases | analysis analyses | datum data`;

/**
 * Irregular English forms and their base, which no suffix rule can find. Closed classes of the
 * language, not words of a subject.
 */
export const irregularForms: ReadonlyMap<string, string> = new Map(
  families
    .split(/[|\n]/)
    .map((family) => family.trim().split(/\s+/))
    .flatMap(([base = '', ...forms]) => forms.map((form): [string, string] => [form, base])),
);
