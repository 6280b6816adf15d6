import type { Insertable, Selectable } from 'kysely';
import type {
  Passage,
  PassageDraft,
  Publication,
  PublicationContent,
  RetiredBy,
  SourceState,
} from '../library/index.ts';
import type { PassagesTable, PublicationsTable } from './schema.ts';

/** A row as the publication it stands for. Rows are our own writing, so nothing is checked again. */
export function publicationFromRow(row: Selectable<PublicationsTable>): Publication {
  return {
    id: row.id,
    source: row.source,
    title: row.title,
    authors: JSON.parse(row.authors_json) as string[],
    date: row.date,
    kind: row.kind as Publication['kind'],
    audience: row.audience as Publication['audience'],
    link: row.link,
    status: row.status as Publication['status'],
    supersededBy: row.superseded_by,
    embargoedUntil: row.embargoed_until,
    language: row.language,
    illustrative: row.illustrative === 1,
    format: row.format as Publication['format'],
    pageCount: row.page_count,
    pageLabels:
      row.page_labels_json === null ? null : (JSON.parse(row.page_labels_json) as string[]),
    contentHash: row.content_hash,
    addedAt: row.added_at,
    changedAt: row.changed_at,
    retiredAt: row.retired_at,
  };
}

export function publicationRow(
  { publication, origin }: PublicationContent,
  revision: number,
): Omit<Insertable<PublicationsTable>, 'retired_by'> {
  return {
    id: publication.id,
    source: publication.source,
    title: publication.title,
    authors_json: JSON.stringify(publication.authors),
    date: publication.date,
    kind: publication.kind,
    audience: publication.audience,
    link: publication.link,
    status: publication.status,
    superseded_by: publication.supersededBy,
    embargoed_until: publication.embargoedUntil,
    language: publication.language,
    illustrative: publication.illustrative ? 1 : 0,
    format: publication.format,
    page_count: publication.pageCount,
    page_labels_json:
      publication.pageLabels === null ? null : JSON.stringify(publication.pageLabels),
    content_hash: publication.contentHash,
    added_at: publication.addedAt,
    changed_at: publication.changedAt,
    retired_at: publication.retiredAt,
    revision,
    folder: origin?.folder ?? null,
    read_with: origin?.readWith ?? null,
  };
}

export function passageFromRow(row: Selectable<PassagesTable>): Passage {
  return {
    id: row.id,
    publicationId: row.publication_id,
    ordinal: row.ordinal,
    text: row.text,
    headingPath: JSON.parse(row.heading_path_json) as string[],
    pageStart: row.page_start,
    pageEnd: row.page_end,
    characterStart: row.character_start,
    characterEnd: row.character_end,
  };
}

export function passageRow(
  publicationId: string,
  passage: PassageDraft,
): Omit<Insertable<PassagesTable>, 'id'> {
  return {
    publication_id: publicationId,
    ordinal: passage.ordinal,
    text: passage.text,
    heading_path_json: JSON.stringify(passage.headingPath),
    page_start: passage.pageStart,
    page_end: passage.pageEnd,
    character_start: passage.characterStart,
    character_end: passage.characterEnd,
  };
}

type SourceStateRow = Pick<
  Selectable<PublicationsTable>,
  | 'id'
  | 'source'
  | 'title'
  | 'link'
  | 'content_hash'
  | 'added_at'
  | 'retired_at'
  | 'retired_by'
  | 'folder'
  | 'read_with'
>;

export function sourceStateFromRow(row: SourceStateRow): SourceState {
  return {
    id: row.id,
    source: row.source,
    title: row.title,
    link: row.link,
    contentHash: row.content_hash,
    addedAt: row.added_at,
    retiredAt: row.retired_at,
    retiredBy: row.retired_by as RetiredBy | null,
    origin:
      row.folder === null || row.read_with === null
        ? null
        : { folder: row.folder, readWith: row.read_with },
  };
}
