import type { MessageContent } from '../../messaging/index.ts';
import type {
  ChangesWanted,
  ComparisonWanted,
  FoundNamed,
  NamedRequest,
  SummaryWanted,
} from '../../summaries/index.ts';
import { button } from '../blocks/button.ts';
import { composeMessages } from '../blocks/compose-messages.ts';
import { describePublication, display } from '../blocks/describe-publication.ts';
import { joinMarkup, type Markup, markup } from '../blocks/markup.ts';
import { type Piece, section, sectionWithButton } from '../blocks/piece.ts';
import { plainMessage } from '../blocks/plain-message.ts';
import { type ComparisonStart, writeComparisonStart } from './comparison-start.ts';
import { foundMessages, noneFoundMessages } from './found-messages.ts';
import { reportActions } from './report-ids.ts';

const mostTypedCharacters = 150;
const mostCandidates = 4;
const anywhere = { heading: null, pages: [] };
const summarised =
  'I can summarise a publication of the library: name it, such as “summarise the discharge policy for the board”, or type /summarise to choose one. A file that you send me in a direct message I can summarise, too.';
const conversation = `I do not read what people write to each other, so I cannot sum up a thread or a channel. ${summarised}`;

/** What to do for a summary, where nothing is named that can be summarised. */
export function whatCanBeSummarised(wanted: 'conversation' | 'summary'): MessageContent[] {
  return [plainMessage(wanted === 'conversation' ? conversation : summarised)];
}

/** Asks which publications are meant, each with a button, or with a form that is filled in as far as is clear. */
export function unclearMessages(
  request: SummaryWanted | ComparisonWanted | ChangesWanted,
  { names, columns }: Extract<NamedRequest, { kind: 'unclear' }>,
): MessageContent[] {
  const [only] = names;
  if (request.kind === 'summary' && only !== undefined) {
    const { match, typed, publications } = only;
    const manner = { length: request.length, reader: request.reader };
    return match === 'several'
      ? foundMessages(typed, publications, manner)
      : noneFoundMessages(typed, publications.slice(0, mostCandidates), manner);
  }
  const what = request.kind === 'changes' ? 'changes' : 'table';
  const clear = names.flatMap(({ match, publications: [first] }) =>
    match === 'one' && first !== undefined ? [first.id] : [],
  );
  const start: ComparisonStart = { what, ids: [...new Set(clear)], columns };
  const line = 'I am not sure which publications you mean:';
  return composeMessages([
    section(markup`${line}`, line),
    ...names.flatMap(namePieces),
    chooser(start),
  ]);
}

function namePieces({ typed, match, publications }: FoundNamed): Piece[] {
  const asked = `“${display(typed, mostTypedCharacters)}”`;
  const says = {
    one: `${asked} is:`,
    several: `${asked} may be:`,
    nearest:
      publications.length === 0 ? `${asked} fits nothing.` : `${asked} fits nothing. Nearest:`,
  }[match];
  const described = publications
    .slice(0, match === 'one' ? 1 : mostCandidates)
    .map((publication) => describePublication(publication, anywhere));
  const shown: Markup[] = [markup`${says}`, ...described.map((each) => markup`• ${each.shown}`)];
  const spoken = [says, ...described.map((each) => `${each.spoken}.`)].join(' ');
  return [section(joinMarkup(shown, '\n'), spoken)];
}

function chooser(start: ComparisonStart): Piece {
  const text = 'Name them by a word of their titles and a year, or choose them:';
  const choose = button({
    actionId: reportActions.compare,
    text: 'Choose…',
    label: 'Choose the publications to compare',
    value: writeComparisonStart(start),
  });
  return sectionWithButton(markup`${text}`, text, choose);
}
