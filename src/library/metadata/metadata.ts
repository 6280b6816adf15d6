import { basename } from 'node:path';
import type { Audience } from '../../people/index.ts';
import type { ReadDocument } from '../document.ts';
import type { PublicationMetadata } from '../publication.ts';
import { parseYamlMapping, YamlProblem } from './front-matter.ts';
import { MetadataError } from './metadata-error.ts';
import { languageTag, metadataFields, type WrittenMetadata } from './metadata-fields.ts';
import { guessedDate, guessedKind, guessedTitle } from './metadata-guess.ts';
import { writtenMetadata } from './metadata-written.ts';
import type { Sidecar } from './sidecar.ts';

export interface MetadataSources {
  /** Path below the library folder; its folders may tell the kind. */
  path: string;
  document: ReadDocument;
  sidecar: Sidecar | null;
  /** What holds where nothing else says; `audience` is `members` without it. */
  defaults?: { audience?: Audience | undefined; language?: string | undefined };
  /** UTC ms; a date guessed from the text never lies after it. */
  now: number;
}

/**
 * What is known of a publication, field by field from the first that says: front matter, sidecar, the
 * file's own properties, a guess from its text and path, a default.
 *
 * Front matter and sidecars are YAML with these keys, all optional, written `like-this` or `likeThis`:
 *
 * | key | value |
 * |---|---|
 * | `title` | text, up to 300 characters |
 * | `authors` | a name, names separated by `;`, or a list |
 * | `date` | `2014`, `2014-10` or `2014-10-06` |
 * | `kind` | `paper`, `case-study`, `policy`, `statement`, `answer` |
 * | `audience` | `public`, `members`, `leads`, `staff` or `group:NAME` |
 * | `link` | http or https address of the original |
 * | `status` | `current`, `superseded`, `retracted` |
 * | `superseded-by` | title, source or link of what replaces it; implies `status: superseded` |
 * | `embargoed-until` | a date (its first moment in London) or an ISO moment |
 * | `language` | BCP 47 tag such as `en-GB` |
 * | `illustrative` | `true` or `false` |
 *
 * @throws {MetadataError} For keys and values that a person wrote wrongly; never for a file's own
 *   properties, which are ignored where they are unusable.
 */
export function resolveMetadata(sources: MetadataSources): PublicationMetadata {
  const { path, document, defaults = {} } = sources;
  const { properties } = document;
  const front = writtenMetadata(properties.frontMatter ?? {}, basename(path));
  const beside = sidecarMetadata(sources.sidecar);
  const written: WrittenMetadata = { ...beside, ...front };
  const title = written.title ?? usable('title', properties.title) ?? guessedTitle(document, path);
  const supersededBy = written['superseded-by'] ?? null;
  const status = written.status ?? (supersededBy === null ? 'current' : 'superseded');
  return {
    title,
    authors: written.authors ?? properties.authors ?? [],
    date: written.date ?? usable('date', properties.date) ?? guessedDate(document, sources.now),
    kind: written.kind ?? guessedKind(path, title),
    audience: written.audience ?? defaults.audience ?? 'members',
    link: written.link ?? usable('link', properties.link) ?? null,
    status,
    supersededBy: status === 'superseded' ? supersededBy : null,
    embargoedUntil: written['embargoed-until'] ?? null,
    language:
      written.language ?? languageTag(properties.language ?? '') ?? defaults.language ?? 'en',
    illustrative: written.illustrative ?? false,
  };
}

function sidecarMetadata(sidecar: Sidecar | null): WrittenMetadata {
  if (sidecar === null) return {};
  try {
    return writtenMetadata(parseYamlMapping(sidecar.text), sidecar.fileName);
  } catch (cause) {
    if (!(cause instanceof YamlProblem)) throw cause;
    const problem = `is not valid YAML (${cause.message})`;
    throw new MetadataError(sidecar.fileName, [{ field: '(all)', problem }], cause);
  }
}

/** A value that a program wrote: taken when it is valid, silently ignored when it is not. */
function usable(key: 'title' | 'date' | 'link', value: string | undefined): string | undefined {
  if (value === undefined) return undefined;
  const result = metadataFields[key].safeParse(value);
  return result.success ? result.data : undefined;
}
