import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openLibrary } from '../../../src/compose.ts';
import { readConfig } from '../../../src/config.ts';
import type { Publication, PublicationText } from '../../../src/library/index.ts';
import { silentLog } from '../../../src/observability/log.ts';
import { type Audience, audiencesUpTo } from '../../../src/people/index.ts';
import { type Report, writeBriefing } from '../../../src/summaries/index.ts';
import { readSampleText } from '../../fakes/read-sample.ts';
import { createTestClock } from '../../fakes/test-clock.ts';

/** A document of a library that is made for a test. */
export interface TopicDocument extends Partial<Publication> {
  id: string;
  title: string;
  markdown: string;
}

/** A library of these documents, searched as people's is, on 1 October 2024. */
export async function openTopics(documents: readonly TopicDocument[]) {
  const directory = await mkdtemp(join(tmpdir(), 'concord-topics-'));
  const clock = createTestClock();
  const config = readConfig({ DATA_DIR: directory }, directory);
  const library = await openLibrary(config, { clock, log: silentLog });
  const contents = await Promise.all(
    documents.map(({ markdown, ...overrides }) =>
      readSampleText(markdown, { source: `${overrides.id}.md`, ...overrides }),
    ),
  );
  await library.store.save(contents);
  await library.engine.refresh();
  await library.engine.embedMissing();
  const { store, engine, retriever, view } = library;
  const publicationTexts = async (ids: readonly string[]) => {
    const texts = await Promise.all(ids.map(async (id) => [id, await store.text(id)] as const));
    return new Map(texts.filter((entry): entry is [string, PublicationText] => entry[1] !== null));
  };
  return {
    brief: (topic: string, audiences: readonly Audience[] = audiencesUpTo('members')) =>
      writeBriefing(
        {
          retriever,
          termStatistics: () => engine.termStatistics,
          publicationTexts,
          passagesOf: store.passagesOf,
          publications: view.readable,
          clock,
        },
        { topic, audiences },
      ),
    close: async () => {
      await library.close();
      await rm(directory, { recursive: true });
    },
  };
}

/** Titles in their groups, in order: `Policy and statements: …`. */
export function listOf({ parts, sources }: Report): string[] {
  return parts.flatMap((part) => {
    const titleOf = (number: number | undefined) =>
      sources.find((source) => source.number === number)?.publication.title;
    if (part.kind === 'sides') {
      return part.sides.map(
        ({ label, claims }) =>
          `${label}: ${claims.map(({ citations }) => titleOf(citations[0])).join(' | ')}`,
      );
    }
    if (part.kind !== 'claims') return [];
    return [
      `${part.heading}: ${part.claims.map(({ citations }) => titleOf(citations[0])).join(' | ')}`,
    ];
  });
}

export function missingIn({ parts }: Report): string[] {
  return parts.flatMap((part) => (part.kind === 'silence' ? part.sentences : []));
}
