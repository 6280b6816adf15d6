import { type Answered, describeDisagreements } from '../../answering/index.ts';
import { nameOfKind, type Publication } from '../../library/index.ts';
import { display, statusSign } from './describe-publication.ts';
import { formatDate } from './format-date.ts';
import { markup } from './markup.ts';
import { type Piece, section } from './piece.ts';

const mostDateCharacters = 40;

/** What is said of sources that disagree: both sides with kind and date, which is newer, which ranks higher. */
export function disagreementPieces(answer: Answered): Piece[] {
  const kind = (publication: Publication): string => nameOfKind[publication.kind];
  const shown = describeDisagreements(answer, { kind, facts: (each) => factsOf(each, statusSign) });
  const spoken = describeDisagreements(answer, { kind, facts: (each) => factsOf(each, '') });
  return shown.map((text, index) =>
    section(markup`*Sources disagree.* ${text}`, `Sources disagree. ${spoken[index] ?? text}`),
  );
}

/** `policy, March 2024, ⚠ superseded`. */
function factsOf({ kind, date, status }: Publication, sign: string): string {
  const dated = date === null ? 'no date' : display(formatDate(date), mostDateCharacters);
  const standing = status === 'current' ? [] : [`${sign} ${status}`.trim()];
  return [nameOfKind[kind], dated, ...standing].join(', ');
}
