/** Control characters, and those that turn the direction of the text around them. */
const invisible =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is removed
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/g;

/** The text on one line, without characters nobody sees or XML forbids. */
export function cleanText(text: string): string {
  // Spaces first, since some of them are control characters too.
  const oneLine = text.toWellFormed().replace(/\s+/g, ' ').replace(invisible, '');
  return oneLine.replace(/ {2,}/g, ' ').trim();
}
