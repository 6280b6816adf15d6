import type { Places } from './reply-to-session.ts';

/** Cells that begin so are taken for formulas by programs that open tables. */
const formula = /^[=+\-@\t\r]/;

/**
 * A table of who replied (CSV, RFC 4180), those with a place first: name, id and reply.
 *
 * @param nameOf the name of a person; their id where it is not known.
 */
export function writeAttendees(places: Places, nameOf: (person: string) => string): string {
  const rows = [
    ...places.going.map((person) => [person, 'going']),
    ...places.waiting.map((person, index) => [person, `waiting (${index + 1})`]),
    ...places.maybe.map((person) => [person, 'maybe']),
    ...places.cannot.map((person) => [person, 'cannot come']),
  ].map(([person = '', reply = '']) => [nameOf(person), person, reply]);
  return [['Name', 'Slack id', 'Reply'], ...rows]
    .map((cells) => `${cells.map(cell).join(',')}\r\n`)
    .join('');
}

function cell(text: string): string {
  const harmless = formula.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
