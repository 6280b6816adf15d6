import {
  type Claim,
  checkFigures,
  composeAnswer,
  type SearchParts,
} from '../../answering/index.ts';
import type { Clock } from '../../clock.ts';
import type { Publication, PublicationText } from '../../library/index.ts';
import type { Audience } from '../../people/index.ts';
import { createCiteStatements } from '../cite-statements.ts';
import type { Statement } from '../extract/statement.ts';
import type { ReadPublication } from '../read-publication.ts';
import type { Report, ReportPart } from '../report.ts';
import { ReportRefused } from '../report-refused.ts';
import { findGaps } from './find-gaps.ts';
import { type FoundToRead, findToRead, type ToRead } from './find-to-read.ts';
import { groupToRead, sessionsGroup } from './group-to-read.ts';
import { rankStatements } from './rank-statements.ts';
import { readTopic } from './read-topic.ts';

/** What a briefing needs of the library. */
export interface BriefingParts extends SearchParts {
  /** What somebody with these audiences may read now, without notices of sessions. */
  publications(audiences: readonly Audience[]): Promise<Publication[]>;
  clock: Clock;
}

export interface WriteBriefingRequest {
  /** As somebody typed it; identifiers of people are taken out before anything is looked up. */
  topic: string;
  audiences: readonly Audience[];
  signal?: AbortSignal | undefined;
}

/** A publication with the sentence that says what it says on the topic. */
interface Listed extends ToRead {
  read: ReadPublication;
  claim: Claim;
}

const mostListed = 12;
const mostSuggested = 3;

/**
 * Writes a reading list: what is about a topic, one quoted sentence each, by kind and newest first,
 * with what is missing and with coming sessions apart.
 *
 * @throws {ReportRefused} `topic-unknown`, naming what comes nearest; else the signal's reason.
 */
export async function writeBriefing(
  parts: BriefingParts,
  { topic: typed, audiences, signal }: WriteBriefingRequest,
): Promise<Report> {
  const topic = readTopic(typed);
  if (topic.text === '') {
    throw new ReportRefused(
      'topic-unknown',
      'Name a topic, such as “discharge” or “mental health”.',
    );
  }
  const found = await findToRead(parts, topic, { audiences, signal });
  const texts = await parts.publicationTexts(
    found.publications.map(({ publication }) => publication.id),
  );
  const { listed, passedOver } = await listSentences(parts, found.publications, texts, signal);
  if (listed.length === 0) throw await unknownTopic(parts, topic.text, found, audiences);
  const groups = groupToRead(listed);
  const ordered = groups.flatMap(({ items }) => items);
  const claimOf = (item: Listed): Claim => ({
    ...item.claim,
    citations: [ordered.indexOf(item) + 1],
  });
  const sides = groups.map(({ name, items }) => ({ label: name, claims: items.map(claimOf) }));
  const reading = sides.filter(({ label }) => label !== sessionsGroup);
  // What only touches on the topic does not fill a gap.
  const publications = found.publications.filter((each) => !passedOver.has(each));
  const gaps = findGaps({ ...found, publications }, parts.clock.now());
  const report: ReportPart[] = [
    ...(reading.length === 0
      ? []
      : [{ kind: 'sides' as const, heading: 'To read', sides: reading }]),
    ...sides
      .filter(({ label }) => label === sessionsGroup)
      .map(({ label, claims }) => ({ kind: 'claims' as const, heading: label, claims })),
    ...(gaps.length === 0
      ? []
      : [{ kind: 'silence' as const, heading: 'What is missing', sentences: gaps }]),
  ];
  return {
    kind: 'briefing',
    title: `${topic.text.charAt(0).toUpperCase()}${topic.text.slice(1)}`,
    description: 'Briefing: what there is to read, newest first',
    composer: 'extractive',
    parts: report,
    sources: createCiteStatements(ordered.map(({ read }) => read)).sources(ordered.map(claimOf)),
    notes: moreNotes(found.publications.length - listed.length, listed.length),
  };
}

/** The first publications that say something on the topic that can be quoted, and those that do not. */
async function listSentences(
  parts: BriefingParts,
  publications: readonly ToRead[],
  texts: ReadonlyMap<string, PublicationText>,
  signal: AbortSignal | undefined,
): Promise<{ listed: Listed[]; passedOver: Set<ToRead> }> {
  const listed: Listed[] = [];
  const passedOver = new Set<ToRead>();
  const said = new Set<string>();
  for (const each of publications) {
    signal?.throwIfAborted();
    if (listed.length === mostListed) break;
    const { publication, words, passages } = each;
    const text = texts.get(publication.id);
    if (text === undefined) continue;
    const read = { publication, text, passages: await parts.passagesOf(publication.id) };
    const retrieved = new Set(passages.map(({ passage }) => passage.id));
    const claim = rankStatements(read, words, retrieved)
      .values()
      .map((statement) => claimFrom(statement, texts))
      .find((each) => each !== null && !said.has(each.text));
    if (!claim) {
      passedOver.add(each);
      continue;
    }
    said.add(claim.text);
    listed.push({ ...each, read, claim });
  }
  return { listed, passedOver };
}

/** In the statement's tidied words, where the quote backs them; null where it cannot be verified. */
function claimFrom(
  { candidate, ranges, text }: Statement,
  texts: ReadonlyMap<string, PublicationText>,
): Claim | null {
  const claim = composeAnswer([{ candidate, ranges }], texts)?.claims[0];
  if (claim === undefined) return null;
  const isBacked = checkFigures(
    text,
    claim.quotes.map((quote) => quote.text),
  ).agrees;
  return isBacked ? { ...claim, text } : claim;
}

async function unknownTopic(
  parts: BriefingParts,
  topic: string,
  { nearest }: FoundToRead,
  audiences: readonly Audience[],
): Promise<ReportRefused> {
  const near = nearest.filter(({ kind, status }) => kind !== 'notice' && status === 'current');
  const others = near.length > 0 ? near : await parts.publications(audiences);
  const titles = others.slice(0, mostSuggested).map(({ title }) => `“${title}”`);
  const hint =
    titles.length === 0
      ? 'There is nothing yet that may be read here.'
      : `${near.length > 0 ? 'Nearest' : 'There is'}: ${titles.join('; ')}.`;
  return new ReportRefused(
    'topic-unknown',
    `The library has nothing about “${topic}” that may be read here. ${hint}`,
  );
}

function moreNotes(more: number, listed: number): string[] {
  if (more === 0) return [];
  const others = more === 1 ? '1 more publication touches' : `${more} more publications touch`;
  return [
    listed === 1
      ? `${others} on this topic.`
      : `${others} on this topic; listed are the ${listed} that say most.`,
  ];
}
