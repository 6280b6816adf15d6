/** Two directions or kinds that exclude each other. */
export interface Opposites {
  one: RegExp;
  other: RegExp;
  /** Whether what is not the one is the other: `not mandatory` is optional, `no rise` is no fall. */
  isExhaustive: boolean;
}

const pair = (one: string, other: string, isExhaustive = false): Opposites => ({
  one: new RegExp(`\\b(?:${one})\\b`, 'giu'),
  other: new RegExp(`\\b(?:${other})\\b`, 'giu'),
  isExhaustive,
});

/** `fall` alone is left out: in health care it is mostly an accident. */
const up =
  'ris(?:e[ns]?|ing)|rose|increas(?:e[ds]?|ing)|gr(?:ew|own?|ows|owing)|higher|doubled|tripled|(?<!no )longer|lengthen(?:ed|ing|s)?|went up';
const down =
  'f(?:ell|allen|alling)|decreas(?:e[ds]?|ing)|declin(?:e[ds]?|ing)|dropp?(?:ed|ing|s)?|reduc(?:e[ds]?|ing|tions?)|lower(?:ed|s)?|halved|shorter|shorten(?:ed|ing|s)?|(?:came|went|brought) down';

const date =
  '(?:\\d{1,2} )?(?:january|february|march|april|may|june|july|august|september|october|november|december|(?:19|20)\\d\\d)';

export const opposites: readonly Opposites[] = [
  pair(up, down),
  pair('more(?! than\\b)', 'fewer|less(?! than\\b)|smaller'),
  pair(
    'improv(?:e[ds]?|ing|ements?)|better',
    'worse(?:n|ns|ned|ning)?|deteriorat(?:e[ds]?|ing|ion)',
  ),
  pair(
    `before|prior to|until|by (?:the )?end|to ${date}`,
    `after|afterwards|since|from ${date}`,
    true,
  ),
  pair('earlier|sooner|faster|quicker|more quickly', 'later|slower|delayed|more slowly'),
  pair('high|highest', 'low|lowest'),
  pair('strong(?:er|est|ly)?', 'weak(?:er|est|ly)?'),
  pair('mandatory|compulsory|obligatory', 'optional|voluntary', true),
  pair(
    'allow(?:s|ed)?|permit(?:s|ted)?|approv(?:e[ds]?|al)|accept(?:s|ed)?',
    'forbid(?:s|den)?|prohibit(?:s|ed)?|ban(?:s|ned)?|refus(?:e[ds]?|al)|reject(?:s|ed)?',
    true,
  ),
  pair('support(?:s|ed)?|favour(?:s|ed)?|agree[ds]?', 'oppos(?:e[ds]?|ition)|disagree[ds]?', true),
  pair('includ(?:e[ds]?|ing)', 'exclud(?:e[ds]?|ing)', true),
  pair('success(?:ful(?:ly)?)?|succeed(?:s|ed)?', 'unsuccessful(?:ly)?|failed', true),
  pair('majority|most', 'minority|hardly any|few'),
  pair('urgent(?:ly)?|emergency', 'routine(?:ly)?|elective|planned'),
  pair('in-?patients?', 'out-?patients?'),
  pair('admi(?:t|ts|tted|ssions?)', 'discharg(?:e[ds]?|ing)'),
  pair('adults?', 'child(?:ren)?'),
];
