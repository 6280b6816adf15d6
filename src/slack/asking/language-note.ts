import { detectLanguage } from '../../answering/index.ts';
import type { Audience } from '../../people/index.ts';
import type { LibraryView } from '../library-view.ts';

/** Enough to know what languages a library is in. */
const mostPublications = 1_000;

const names = new Intl.DisplayNames('en', { type: 'language' });
const listed = new Intl.ListFormat('en', { type: 'conjunction' });

/**
 * For a question without an answer: says in which languages it may have one. Null where the
 * question is in one of these, or its language is not sure.
 */
export async function languageNote(
  library: LibraryView,
  question: string,
  audiences: readonly Audience[],
): Promise<string | null> {
  const { language, name, sure } = await detectLanguage(question);
  if (!sure) return null;
  const publications = await library.newest(audiences, mostPublications);
  const held = [...new Set(publications.map((publication) => tagOf(publication.language)))].sort();
  if (held.length === 0 || held.includes(tagOf(language))) return null;
  const languages = listed.format(held.map((tag) => names.of(tag) ?? tag));
  return `Your question seems to be in ${name}. The library is in ${languages}: please ask again in ${languages}.`;
}

/** Without region and script: `en` of `en-GB`. */
function tagOf(language: string): string {
  return language.toLowerCase().split('-')[0] ?? language;
}
