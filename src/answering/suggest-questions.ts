import type { Publication, PublicationText } from '../library/index.ts';
import type { Audience } from '../people/index.ts';
import type { Answered } from './answer.ts';
import { answerFromPassages } from './answer-from-passages.ts';
import { gather, type SearchParts } from './ask-question.ts';
import type { SuggestedQuestion, SuggestQuestions } from './suggested-question.ts';
import { orderPublications } from './suggestions/order-publications.ts';
import { type ProposedQuestion, proposeQuestions } from './suggestions/propose-questions.ts';

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
const mostSuggested = 8;
/** Most publications read in search of them. */
const mostPublications = 60;
/** Sets of audiences are few. */
const mostRemembered = 20;

interface Found {
  audiences: readonly Audience[];
  state: string;
  questions: Promise<SuggestedQuestion[]>;
}

/**
 * Suggests questions made of titles and headings, each of which was really answered, for these
 * audiences and from the section it is made of. Kept until the library changes, at most eight for
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
  const ordered = orderPublications(await parts.publications(audiences));
  const suggested: SuggestedQuestion[] = [];
  for (const publication of ordered.slice(0, mostPublications)) {
    if (suggested.length >= mostSuggested) break;
    const text = (await parts.publicationTexts([publication.id])).get(publication.id);
    if (text === undefined) continue;
    const taken = new Set(suggested.map(({ title }) => title));
    const found = await firstAnswered(parts, audiences, { publication, text, taken });
    if (found !== null) suggested.push({ title: found.title, question: found.question });
  }
  return suggested;
}

/** The first of a publication's questions that it answers itself. */
async function firstAnswered(
  parts: SearchParts,
  audiences: readonly Audience[],
  {
    publication,
    text,
    taken,
  }: {
    publication: Publication;
    text: PublicationText;
    taken: ReadonlySet<string>;
  },
): Promise<ProposedQuestion | null> {
  for (const proposed of proposeQuestions(publication, text)) {
    if (taken.has(proposed.title)) continue;
    const { answer } = answerFromPassages(await gather(parts, proposed.question, { audiences }));
    if (answer.kind === 'answer' && isAnsweredBy(answer, publication, proposed)) return proposed;
  }
  return null;
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
