import type { Answered, Exchange, Source } from '../../answering/index.ts';
import type { Publication } from '../../library/index.ts';
import { isAllowed } from '../../people/index.ts';
import { readCitationValue } from '../blocks/citation-value.ts';
import { formatDate } from '../blocks/format-date.ts';
import { messageView } from '../blocks/message-view.ts';
import { quoteContext } from '../blocks/quote-context.ts';
import { openOriginalActionId, quoteView, type ShownQuote } from '../blocks/quote-view.ts';
import { showQuoteActionId } from '../blocks/source-piece.ts';
import { listenToAction } from '../interactions/listen-to-action.ts';
import type { ListenerContext, RegisterListener } from './listener.ts';

const texts = {
  deleted: 'The record of this answer was deleted, and the quotes with it.',
  refused: 'You may not read this publication now, so its quotes are not shown.',
};

/**
 * Shows the quotes of a source in their context to whoever presses its button, if they may read the
 * publication now.
 */
export const listenToShowQuote: RegisterListener = (context) => {
  const options = {
    actionId: showQuoteActionId,
    interaction: 'quote-show',
    failed: 'The quote could not be shown.',
  };
  listenToAction(context, options, async ({ person, value }, reply) => {
    await reply.open(await viewFor(context, person, value));
  });
  // Slack opens the link by itself and still wants to hear that the button was noticed.
  context.app.action(openOriginalActionId, async ({ ack }) => ack());
};

async function viewFor(
  { exchanges, library, directory, clock }: ListenerContext,
  person: string,
  value: string,
): Promise<object> {
  const reference = readCitationValue(value);
  const exchange = reference === null ? null : await exchanges.find(reference.exchangeId);
  const cited = exchange === null ? null : findCited(exchange, reference?.number ?? 0);
  if (cited === null) return messageView('Quotes deleted', texts.deleted);

  const { source, answer } = cited;
  const now = await library.publication(source.publication.id);
  const publication = now ?? source.publication;
  if (!(await isAllowed(directory, person, publication.audience))) {
    return messageView('Not open to you', texts.refused);
  }
  const embargo = embargoOf(publication, clock.now());
  if (embargo !== null) return messageView('Under embargo', embargo);
  const text = now === null ? null : await library.text(publication.id);
  return quoteView({
    number: source.number,
    publication,
    standing: now === null ? 'gone' : now.retiredAt === null ? 'live' : 'retired',
    quotes: quotesOf(answer, source).map(({ quote, claim }): ShownQuote => {
      const { pageStart, pageEnd, headingPath } = quote;
      return {
        text: quote.text,
        context: text === null ? null : quoteContext(quote, text),
        pages: pagesBetween(pageStart, pageEnd),
        heading: headingPath.at(-1) ?? null,
        claim,
      };
    }),
  });
}

function findCited(
  { answer }: Exchange,
  number: number,
): { source: Source; answer: Answered } | null {
  if (answer.kind !== 'answer') return null;
  const source = answer.sources.find((candidate) => candidate.number === number);
  return source === undefined ? null : { source, answer };
}

function quotesOf({ claims }: Answered, { number, publication }: Source) {
  return claims
    .filter(({ citations }) => citations.includes(number))
    .flatMap(({ text: claim, quotes }) =>
      quotes
        .filter(({ publicationId }) => publicationId === publication.id)
        .map((quote) => ({ quote, claim })),
    );
}

function pagesBetween(first: number | null, last: number | null): number[] {
  if (first === null || last === null) return [];
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

function embargoOf({ embargoedUntil }: Publication, now: number): string | null {
  if (embargoedUntil === null || embargoedUntil <= now) return null;
  const day = formatDate(new Date(embargoedUntil).toISOString().slice(0, 10));
  return `This publication is under embargo until ${day}. Until then its quotes are not shown.`;
}
