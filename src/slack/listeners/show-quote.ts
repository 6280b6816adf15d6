import type { Claim, Source } from '../../answering/index.ts';
import type { Publication } from '../../library/index.ts';
import { audiencesUpTo, isAllowed } from '../../people/index.ts';
import { claimsOf } from '../../summaries/index.ts';
import { type CitedIn, readCitationValue } from '../blocks/citation-value.ts';
import { formatDate } from '../blocks/format-date.ts';
import { messageView } from '../blocks/message-view.ts';
import { quoteContext } from '../blocks/quote-context.ts';
import { openOriginalActionId, quoteView, type ShownQuote } from '../blocks/quote-view.ts';
import { showQuoteActionId } from '../blocks/source-piece.ts';
import { listenToAction } from '../interactions/listen-to-action.ts';
import type { ListenerContext, RegisterListener } from './listener.ts';

const texts = {
  deleted: 'The record of this answer was deleted, and the quotes with it.',
  reportGone:
    'This is not kept any more, or it draws on a publication that you may not read now. Ask for it again.',
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

async function viewFor(context: ListenerContext, person: string, value: string): Promise<object> {
  const { library, directory, clock } = context;
  const reference = readCitationValue(value);
  const found = reference === null ? null : await findCiting(context, person, reference.citedIn);
  const source = found?.sources.find(({ number }) => number === reference?.number);
  if (found === null || source === undefined) {
    const isReport = reference?.citedIn.kind === 'report';
    return messageView('Quotes not kept', isReport ? texts.reportGone : texts.deleted);
  }
  const now = found.isOwnFile ? null : await library.publication(source.publication.id);
  const publication = now ?? source.publication;
  if (!found.isOwnFile) {
    if (!(await isAllowed(directory, person, publication.audience))) {
      return messageView('Not open to you', texts.refused);
    }
    const embargo = embargoOf(publication, clock.now());
    if (embargo !== null) return messageView('Under embargo', embargo);
  }
  const text = now === null ? null : await library.text(publication.id);
  return quoteView({
    number: source.number,
    publication,
    standing: found.isOwnFile
      ? 'own-file'
      : now === null
        ? 'gone'
        : now.retiredAt === null
          ? 'live'
          : 'retired',
    quotes: quotesOf(found.claims, source).map(({ quote, claim }): ShownQuote => {
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

/** What cites a source. */
interface Citing {
  claims: readonly Claim[];
  sources: readonly Source[];
  /** It is of a file of the person's own, which is not in the library. */
  isOwnFile: boolean;
}

async function findCiting(
  { exchanges, summaries, directory }: ListenerContext,
  person: string,
  { kind, id }: CitedIn,
): Promise<Citing | null> {
  if (kind === 'report') {
    const { rank, groups } = await directory.rolesOf(person);
    const kept = await summaries.find(id, { person, audiences: audiencesUpTo(rank, groups) });
    if (kept === null) return null;
    const { report, owner } = kept;
    return { claims: claimsOf(report), sources: report.sources, isOwnFile: owner !== null };
  }
  const answer = (await exchanges.find(id))?.answer;
  return answer?.kind === 'answer' ? { ...answer, isOwnFile: false } : null;
}

function quotesOf(claims: readonly Claim[], { number, publication }: Source) {
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
