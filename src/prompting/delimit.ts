import { randomBytes } from 'node:crypto';
import { ConcordError } from '../errors.ts';

const markerBytes = 6;
const markerForm = /^[0-9a-f]{12}$/;
/** What ends a line without being a line feed, of which the model sees nothing else. */
const lineEnds = /\r\n?|[\v\f\u0085\u2028\u2029]/g;
/** Control and direction marks, tags and whatever else is in a text without being seen in it. */
const unseen = /[^\P{Cc}\n\t]|\p{Cf}|\p{Default_Ignorable_Code_Point}/gu;

/**
 * Twelve hexadecimal digits for the delimiters of one request, which nobody who wrote a text that is
 * put between them can have known.
 *
 * @param random - That many random bytes; for tests.
 */
export function createMarker(random: (bytes: number) => Uint8Array = randomBytes): string {
  return Buffer.from(random(markerBytes)).toString('hex');
}

/**
 * Puts text from outside between delimiters, so that a prompt can say where data begins and ends:
 * `<<label marker>>`, the text, `<<end marker>>`, each on a line of its own.
 *
 * Text and label lose what cannot be seen, of which quote verification takes no notice either, and
 * whatever could be read as a delimiter is broken up by a space.
 *
 * @param label - What the text is, such as `P1, policy, March 2024`; may come from outside too.
 * @param marker - Of `createMarker`.
 * @throws {ConcordError} `marker-invalid`.
 */
export function asData(label: string, text: string, marker: string): string {
  if (!markerForm.test(marker)) {
    // Not told: whoever reads the log could write a text that ends its own delimiters.
    throw new ConcordError(
      'marker-invalid',
      'expected a marker of 12 hexadecimal digits (0-9, a-f)',
    );
  }
  const line = defuse(label, marker).replace(/\s+/g, ' ').trim();
  return `<<${line} ${marker}>>\n${defuse(text, marker)}\n<<end ${marker}>>`;
}

/** The text with nothing in it that is unseen, the marker or a delimiter. */
function defuse(text: string, marker: string): string {
  // First what is unseen: taken out later, it could join the two halves of a marker.
  const seen = text.toWellFormed().replace(lineEnds, '\n').replace(unseen, '');
  // Looking ahead finds markers that overlap, and a space within every one leaves none.
  const occurrence = new RegExp(`${marker.slice(0, 1)}(?=${marker.slice(1)})`, 'gi');
  return seen.replace(occurrence, '$& ').replace(/<(?=<)|>(?=>)/g, '$& ');
}
