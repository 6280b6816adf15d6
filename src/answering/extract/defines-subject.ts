/** A subject longer than this is a question about something, not the name of a thing. */
const mostSubjectWords = 7;
/** A longer question asks for no plain definition, and would be slow to match. */
const longestFocus = 300;

const asksMeaning = [
  /^\W*(?:and |but |so )?(?:what|who)(?:['\u2019]s| is| are| was| were)\s+(?<subject>[^,;]+?)\s*\??$/i,
  /^\W*(?:and |but |so )?what (?:does|do|did)\s+(?<subject>[^,;]+?)\s+(?:mean|stand for)\b/i,
  /^\W*(?:please )?(?:define|explain)\s+(?<subject>[^,;]+?)\s*[?.]?$/i,
  /\b(?:meaning|definition) of\s+(?<subject>[^,;]+?)\s*\??$/i,
];
const article = /^(?:an?|the)\s+/i;

/** What a question wants defined, without its article: `red team` of `What is a red team?`. */
export function subjectOf(focus: string): string | null {
  if (focus.length > longestFocus) return null;
  for (const pattern of asksMeaning) {
    const subject = pattern.exec(focus)?.groups?.subject?.replace(article, '');
    if (subject !== undefined && subject.split(/\s+/).length <= mostSubjectWords) return subject;
  }
  return null;
}

/**
 * How much a text defines a subject: 1 when it begins with it and goes on to say what it is
 * (`Red teams are groups of …`, `Integrated care board (ICB). The NHS body …`), 1/2 when it ends
 * up naming it (`This is regression to the mean`), else 0.
 */
export function definesSubject(text: string, subject: string): 0 | 0.5 | 1 {
  const name = namePattern(subject);
  if (name === null) return 0;
  const mark = '["\'\u2018\u2019\u201c\u201d]?';
  const opening = `^(?:the |an? )?${mark}`;
  const named = `(?:${name}${mark}(?:\\s*\\([^)]{1,60}\\))?|[^.()|]{3,80}\\(${name}\\))`;
  const says =
    '(?:\\s+(?:is|are|was|were|means?|refers? to|stands? for|consists? of|comprises)\\s+(?!not\\b|no\\b|also\\b|therefore\\b|one of\\b|such\\b|(?!defined|called|named)\\p{L}+ed\\b)|\\s*[.:\u2013\u2014]\\s|\\s\\|\\s)';
  if (new RegExp(`${opening}${named}${says}`, 'iu').test(text)) return 1;
  return new RegExp(
    `\\b(?:is|are|called|termed|known as)\\s+(?:an? |the )?${mark}${name}\\b`,
    'iu',
  ).test(text)
    ? 0.5
    : 0;
}

/** Words in their order, singular or plural, with hyphens or without. */
function namePattern(subject: string): string | null {
  const words = subject.match(/[\p{L}\p{N}]+/gu);
  if (words === null) return null;
  const last = words.length - 1;
  return words
    .map((word, index) => (index === last ? `${word.replace(/s$/i, '')}s?` : word))
    .join('[\\s\u2010-\u2014-]+');
}
