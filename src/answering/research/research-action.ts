import { z } from 'zod';
import { readSearchText } from './search-text.ts';

/** What a model wants to be looked up next; nothing when it has finished. */
export interface ResearchAction {
  searches: { query: string; publication: string }[];
  /** Ids of passages. */
  read: string[];
}

const mostSearches = 3;
const mostReads = 2;
const publicationId = /^D\d{1,3}$/;
const passageId = /^P\d{1,3}$/;

/** The action as a model writes it, of which nothing is believed yet. */
export const writtenAction = z.object({
  searches: z.array(z.object({ query: z.string(), publication: z.string() })),
  read: z.array(z.string()),
});

/** Takes of an action what can be done: searches for plain text, ids of the right form, and few. */
export function readAction({ searches, read }: z.infer<typeof writtenAction>): ResearchAction {
  return {
    searches: searches
      .flatMap(({ query, publication }) => {
        const text = readSearchText(query);
        const id = publication.trim();
        return text === null
          ? []
          : [{ query: text, publication: publicationId.test(id) ? id : '' }];
      })
      .slice(0, mostSearches),
    read: [...new Set(read.map((id) => id.trim()).filter((id) => passageId.test(id)))].slice(
      0,
      mostReads,
    ),
  };
}
