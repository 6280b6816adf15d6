import type { Publication, PublicationText } from '../../library/index.ts';
import type { SuggestedQuestion } from '../suggested-question.ts';
import { questionOfHeading } from './question-of-heading.ts';
import { capitalised } from './sentence-case.ts';
import { longestTitle, mainTitle, reference, shortened, wordsIn } from './short-title.ts';

/** A question that a publication may answer. */
export interface ProposedQuestion extends SuggestedQuestion {
  /** The section that should answer it; null when any may. */
  heading: string | null;
}

/** Most questions tried of one publication. */
const mostProposed = 4;

/** Questions that a publication's title and headings make, those that read best first. */
export function proposeQuestions(
  publication: Publication,
  { text, headings }: PublicationText,
): ProposedQuestion[] {
  const title = reference(publication.title);
  if (title === null) return [];
  const place = { kind: publication.kind, title, body: text };
  const ofSections = headings
    .filter((heading) => heading.text !== publication.title)
    .flatMap((heading) => {
      const asked = questionOfHeading(heading.text, place);
      const button = asked === null ? null : buttonTitle(asked.topic, publication.title);
      if (asked === null || button === null) return [];
      const { question, fitness } = asked;
      return [{ heading: heading.text, question, title: button, fitness }];
    })
    .sort((one, other) => other.fitness - one.fitness)
    .map(({ fitness: _, ...proposed }) => proposed);
  return [...ofTitle(publication), ...ofSections].slice(0, mostProposed);
}

/** A title may be a question itself, as those of reviewed answers are. */
function ofTitle({ title }: Publication): ProposedQuestion[] {
  const question = capitalised(mainTitle(title));
  if (!question.endsWith('?') || wordsIn(question) < 4) return [];
  const button = shortened(question.slice(0, -1));
  return button === null ? [] : [{ heading: null, question, title: button }];
}

/** The topic, with the publication where the topic alone says too little. */
function buttonTitle(topic: string, title: string): string | null {
  const main = shortened(mainTitle(title));
  const says = capitalised(topic);
  const both = main === null ? null : `${main}: ${topic}`;
  if (both !== null && both.length <= longestTitle) return both;
  if (wordsIn(topic) > 2 && says.length <= longestTitle) return says;
  return main;
}
