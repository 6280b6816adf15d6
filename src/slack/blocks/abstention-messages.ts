import type { Abstention, AbstentionReason, NearestPublication } from '../../answering/index.ts';
import type { MessageContent } from '../../messaging/index.ts';
import { composeMessages } from './compose-messages.ts';
import { describePublication, display } from './describe-publication.ts';
import { feedbackButtons } from './feedback-buttons.ts';
import { channelReference, markup } from './markup.ts';
import { context, type Piece, section } from './piece.ts';

/** An exchange that ended in an abstention. */
export interface AbstainedExchange {
  id: string;
  answer: Abstention;
}

const mostTopicCharacters = 120;

const sentences: Readonly<Record<AbstentionReason, string>> = {
  'library-empty': 'The library holds nothing yet that I may use here.',
  'nothing-relevant': 'The library does not answer this.',
  'evidence-too-weak': 'The library does not answer this.',
  'no-question':
    'I found no question in that. Ask me in a sentence, and I look it up in the library.',
};

/**
 * What is posted when the library does not answer: that, the nearest publications, whom to ask, and
 * buttons for those who know better.
 *
 * @param helpChannel id or name of the channel where people answer; null when there is none.
 */
export function abstentionMessages(
  { id, answer: abstention }: AbstainedExchange,
  helpChannel: string | null,
  notes: readonly string[],
): MessageContent[] {
  const sentence = sentences[abstention.reason];
  // Notes may say why: they come before what is merely close.
  const pieces: Piece[] = [
    section(markup`${sentence}`, sentence),
    ...notes.map((note) => context(markup`${note}`, note)),
  ];
  if (abstention.nearest.length > 0) {
    pieces.push(context(markup`*Closest*`, 'Closest:'));
    pieces.push(...abstention.nearest.map(nearestPiece));
  }
  if (helpChannel !== null && abstention.reason !== 'no-question') {
    const shown = markup`A person can answer: ask in ${channelReference(helpChannel)}.`;
    pieces.push(section(shown, 'A person can answer: ask in the help channel.'));
  }
  if (hasBeenLookedUp(abstention)) pieces.push(feedbackButtons(id));
  return composeMessages(pieces);
}

/** Otherwise there is nothing to judge: nothing was asked, or there was nothing to look in. */
function hasBeenLookedUp({ reason }: Abstention): boolean {
  return reason !== 'no-question' && reason !== 'library-empty';
}

function nearestPiece({ publication, heading, page }: NearestPublication): Piece {
  const place = { heading: null, pages: page === null ? [] : [page] };
  const described = describePublication(publication, place);
  const topic = heading === null ? null : describeTopic(heading);
  if (topic === null) return context(markup`• ${described.shown}`, described.spoken);
  return context(
    markup`• ${described.shown}\u00a0· on ${topic}`,
    `${described.spoken} · on ${topic}`,
  );
}

function describeTopic(heading: string): string | null {
  const topic = display(heading, mostTopicCharacters);
  return topic === '' ? null : `“${topic}”`;
}
