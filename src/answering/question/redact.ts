/** Kinds of identifier that are taken out before anything is looked up, stored or logged. */
export type IdentifierKind =
  | 'email address'
  | 'NHS number'
  | 'telephone number'
  | 'postcode'
  | 'date of birth';

export interface Redaction {
  /** With every identifier replaced by its kind in brackets: `[NHS number]`. */
  text: string;
  /** What was taken out, in order of kind; empty when nothing was. */
  found: IdentifierKind[];
}

const email = /[\p{L}\p{N}._%+'-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,8}/gu;
const tenDigits =
  /(?<![\d.,/\u00a3$\u20ac+-])\d{3}[ \u00a0-]?\d{3}[ \u00a0-]?\d{4}(?![\d/-]|[.,]\d)/g;
/** A plus sign with country code, or a leading nought with nine or ten more digits. */
const telephone =
  /(?<![\d.,/\u00a3$\u20ac+])(?:\+|00)\d{1,3}[ \u00a0.()-]{0,2}(?:\(0\)[ ]?)?\d(?:[ \u00a0.()-]{0,2}\d){5,12}(?!\d)|(?<![\d.,/\u00a3$\u20ac+-])\(?0\d(?:[ \u00a0()-]{0,2}\d){8,9}(?![\d/]|[.,]\d)/g;
/** Royal Mail's format; areas as in its Postcode Address File. */
const areas =
  'AB|AL|B|BA|BB|BD|BF|BH|BL|BN|BR|BS|BT|BX|CA|CB|CF|CH|CM|CO|CR|CT|CV|CW|DA|DD|DE|DG|DH|DL|DN|DT|DY|E|EC|EH|EN|EX|FK|FY|G|GIR|GL|GU|GY|HA|HD|HG|HP|HR|HS|HU|HX|IG|IM|IP|IV|JE|KA|KT|KW|KY|L|LA|LD|LE|LL|LN|LS|LU|M|ME|MK|ML|N|NE|NG|NN|NP|NR|NW|OL|OX|PA|PE|PH|PL|PO|PR|RG|RH|RM|S|SA|SE|SG|SK|SL|SM|SN|SO|SP|SR|SS|ST|SW|SY|TA|TD|TF|TN|TQ|TR|TS|TW|UB|W|WA|WC|WD|WF|WN|WR|WS|WV|YO|ZE';
const postcode = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${areas})\\d[A-Z\\d]?[ \\u00a0]?\\d[ABD-HJLNP-UW-Z]{2}(?![\\p{L}\\p{N}])`,
  'giu',
);
const month = '(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*\\.?';
const fullDate = `(?:\\d{1,2}[/.-]\\d{1,2}[/.-]\\d{2,4}|\\d{4}-\\d{2}-\\d{2}|\\d{1,2}(?:st|nd|rd|th)?(?: of)? ${month},?(?: \\d{4})?|${month} \\d{1,2}(?:st|nd|rd|th)?,?(?: \\d{4})?)`;
const birthBefore = new RegExp(
  `(?<lead>\\b(?:date of birth|d\\.?\\s?o\\.?\\s?b\\.?|birth ?(?:date|day)|born)(?:[\\s:,(\\u2013-]|is|was|on|the){0,8})(?<date>${fullDate})(?![\\d])`,
  'giu',
);
const birthAfter = new RegExp(
  `(?<![\\d])(?<date>${fullDate})(?<tail>[\\s,]{0,3}\\(?(?:is|was|as)?\\s{0,2}(?:(?:his|her|their|my|the|a)\\s)?(?:date of birth|d\\.?o\\.?b\\b|birth ?(?:date|day)))`,
  'giu',
);

/**
 * Takes out what identifies a person: email addresses, NHS numbers (their check digit decides, so
 * that other ten-digit figures stay), telephone numbers, UK postcodes, and dates next to words of
 * birth. Ordinary figures, dates and years stay.
 */
export function redactIdentifiers(text: string): Redaction {
  const found = new Set<IdentifierKind>();
  const mark = (kind: IdentifierKind): string => {
    found.add(kind);
    return `[${kind}]`;
  };
  const redacted = text
    .replace(email, () => mark('email address'))
    .replace(tenDigits, (digits) => (isNhsNumber(digits) ? mark('NHS number') : digits))
    .replace(telephone, (digits) => (isTelephone(digits) ? mark('telephone number') : digits))
    .replace(postcode, (code) => (isWrittenAsPostcode(code) ? mark('postcode') : code))
    .replace(birthBefore, (_, lead: string) => `${lead}${mark('date of birth')}`)
    .replace(birthAfter, (_, _date: string, tail: string) => `${mark('date of birth')}${tail}`);
  return { text: redacted, found: [...found] };
}

/**
 * Modulus 11 check of the NHS Data Dictionary: the first nine digits weighted 10 to 2, eleven minus
 * the remainder is the tenth, eleven stands for nought and ten is never valid.
 */
export function isNhsNumber(text: string): boolean {
  const digits = text.replace(/\D/g, '');
  if (digits.length !== 10 || /^0{10}$/.test(digits)) return false;
  let sum = 0;
  for (let place = 0; place < 9; place += 1) sum += Number(digits[place]) * (10 - place);
  return (11 - (sum % 11)) % 11 === Number(digits[9]);
}

function isTelephone(text: string): boolean {
  const digits = text.replace(/\(0\)/, '').replace(/\D/g, '');
  return text.startsWith('+') || digits.startsWith('00')
    ? digits.length >= 8 && digits.length <= 15
    : digits.length === 10 || digits.length === 11;
}

/** Written in one letter case; `B12 5pg` and `M1 2nd` are no postcodes. */
function isWrittenAsPostcode(text: string): boolean {
  const isLower = text === text.toLowerCase();
  return isLower ? !/\d(?:st|nd|rd|th)$/.test(text) : text === text.toUpperCase();
}
