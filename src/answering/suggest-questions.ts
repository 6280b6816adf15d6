import type { Publication } from '../library/index.ts';
import type { Audience } from '../people/index.ts';
import type { Answered } from './answer.ts';
import { answerFromPassages } from './answer-from-passages.ts';
import { findPassages, type SearchParts } from './find-passages.ts';
import type { SuggestedQuestion, SuggestQuestions } from './suggested-question.ts';
import { orderPublications } from './suggestions/order-publications.ts';
import { type ProposedQuestion, proposeQuestions } from './suggestions/propose-questions.ts';
import { mainTitle } from './suggestions/short-title.ts';

export interface SuggestQuestionsParts extends SearchParts {
  /** Brings search in line with the library; cheap when it is. */
  catchUp(): Promise<unknown>;
  /** Changes whenever search may find something else. */
  state(): Promise<string>;
  /** What somebody with these audiences may read now. */
  publications(audiences: readonly Audience[]): Promise<Publication[]>;
}

export interface QuestionSuggestions {
  suggest: SuggestQuestions;
  /**
   * Finds the questions anew for all that have asked for some and for `audiences`, unless nothing
   * has changed.
   */
  renew(audiences: readonly (readonly Audience[])[]): Promise<void>;
}

/** Most that are ever found for one set of audiences. */
const mostSuggested = 6;
/** Most questions answered in search of them. */
const mostTried = 40;
/** Sets of audiences are few. */
const mostRemembered = 20;

interface Found {
  audiences: readonly Audience[];
  state: string;
  questions: Promise<SuggestedQuestion[]>;
}

/**
 * Suggests questions made of titles and headings, each of which was really answered, for these
 * audiences and from the section it is made of. Kept until the library changes, at most six for
 * one set of audiences.
 */
export function createSuggestQuestions(parts: SuggestQuestionsParts): QuestionSuggestions {
  const remembered = new Map<string, Found>();

  const find = async (audiences: readonly Audience[]): Promise<SuggestedQuestion[]> => {
    const name = [...new Set(audiences)].sort().join('\n');
    const state = await parts.state();
    const known = remembered.get(name);
    if (known?.state === state) return known.questions;
    if (known === undefined && remembered.size >= mostRemembered) remembered.clear();
    const questions = findQuestions(parts, audiences);
    const found = { audiences, state, questions };
    remembered.set(name, found);
    questions.catch(() => {
      if (remembered.get(name) === found) remembered.delete(name);
    });
    return questions;
  };

  return {
    suggest: async (audiences, limit) => (await find(audiences)).slice(0, limit),
    renew: async (audiences) => {
      const asked = [...remembered.values()].map((found) => found.audiences);
      for (const each of [...audiences, ...asked]) await find(each);
    },
  };
}

async function findQuestions(
  parts: SuggestQuestionsParts,
  audiences: readonly Audience[],
): Promise<SuggestedQuestion[]> {
  await parts.catchUp();
  const suggested = new Map<string, SuggestedQuestion>();
  const publicationTitles = new Set<string>();
  let tried = 0;
  for (const publication of orderPublications(await parts.publications(audiences))) {
    // Parts of one report, or its editions, would be asked about in the same words.
    const about = mainTitle(publication.title);
    if (publicationTitles.has(about)) continue;
    const text = (await parts.publicationTexts([publication.id])).get(publication.id);
    for (const proposed of text === undefined ? [] : proposeQuestions(publication, text)) {
      if (suggested.has(proposed.title)) continue;
      if (tried === mostTried) return [...suggested.values()];
      tried += 1;
      const { title, question } = proposed;
      const { answer } = answerFromPassages(await findPassages(parts, question, { audiences }));
      if (answer.kind !== 'answer' || !isAnsweredBy(answer, publication, proposed)) continue;
      suggested.set(title, { title, question });
      publicationTitles.add(about);
      break;
    }
    if (suggested.size === mostSuggested) break;
  }
  return [...suggested.values()];
}

/** The answer begins with the publication, and quotes the section that the question is about. */
function isAnsweredBy(
  { claims, sources }: Answered,
  { id }: Publication,
  { heading }: ProposedQuestion,
): boolean {
  if (sources[0]?.publication.id !== id) return false;
  if (heading === null) return true;
  return claims.some(({ quotes }) =>
    quotes.some((quote) => quote.publicationId === id && quote.headingPath.includes(heading)),
  );
}
