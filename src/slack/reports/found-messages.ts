import type { Publication } from '../../library/index.ts';
import type { MessageContent } from '../../messaging/index.ts';
import { button } from '../blocks/button.ts';
import { composeMessages } from '../blocks/compose-messages.ts';
import { describePublication, display, titleOf } from '../blocks/describe-publication.ts';
import { markup } from '../blocks/markup.ts';
import { type Piece, section, sectionWithButton } from '../blocks/piece.ts';
import { reportActions } from './report-ids.ts';
import { type SummaryManner, writeSummaryValue } from './summary-value.ts';

/** More is no choice but a list to read. */
const mostShown = 8;
const mostTypedCharacters = 150;
const anywhere = { heading: null, pages: [] };

/**
 * Several publications that may be meant, to choose from.
 *
 * @param typed as they were asked for.
 * @param manner of the summary that is wanted; the usual one when left out.
 */
export function foundMessages(
  typed: string,
  publications: readonly Publication[],
  manner: SummaryManner | null = null,
): MessageContent[] {
  const count = publications.length;
  const asked = display(typed, mostTypedCharacters);
  const line = `“${asked}” fits ${count} publications. Which one do you mean?`;
  return composeMessages([
    section(markup`${line}`, line),
    ...linesOf(publications, manner),
    ...(count > mostShown
      ? [
          browsePiece(
            `${count - mostShown} more fit. Add a word or a year, or choose from the library:`,
          ),
        ]
      : []),
  ]);
}

/** That nothing fits, and what comes nearest. */
export function noneFoundMessages(
  typed: string,
  nearest: readonly Publication[],
  manner: SummaryManner | null = null,
): MessageContent[] {
  const asked = display(typed, mostTypedCharacters);
  const line =
    nearest.length === 0
      ? `No publication that you may read fits “${asked}”.`
      : `No publication that you may read fits “${asked}”. Nearest:`;
  return composeMessages([
    section(markup`${line}`, line),
    ...linesOf(nearest, manner),
    browsePiece('To look through all that you may read:'),
  ]);
}

function linesOf(publications: readonly Publication[], manner: SummaryManner | null): Piece[] {
  return publications.slice(0, mostShown).map((publication, index) => {
    const { shown, spoken } = describePublication(publication, anywhere);
    const summarise = button({
      actionId: `summarise-now-${index + 1}`,
      text: 'Summarise',
      label: `Summarise ${titleOf(publication)}`,
      value: writeSummaryValue(publication.id, manner),
    });
    return sectionWithButton(markup`${shown}`, `${spoken}.`, summarise);
  });
}

function browsePiece(text: string): Piece {
  const browse = button({
    actionId: reportActions.summarise,
    text: 'Choose…',
    label: 'Choose a publication to summarise',
  });
  return sectionWithButton(markup`${text}`, text, browse);
}
