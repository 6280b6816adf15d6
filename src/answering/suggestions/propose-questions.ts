import type { Publication, PublicationText } from '../../library/index.ts';
import type { SuggestedQuestion } from '../suggested-question.ts';
import { questionOfHeading } from './question-of-heading.ts';
import { capitalised, readWords } from './sentence-case.ts';
import {
  longestTitle,
  mainTitle,
  reference,
  shortened,
  subjectOf,
  wordsIn,
} from './short-title.ts';

/** A question that a publication may answer. */
export interface ProposedQuestion extends SuggestedQuestion {
  /** The section that should answer it; null when any may. */
  heading: string | null;
}

/** Most questions tried of one publication. */
const mostProposed = 5;

/** Questions that a publication's title and headings make, those that read best first. */
export function proposeQuestions(
  publication: Publication,
  { text, headings }: PublicationText,
): ProposedQuestion[] {
  if (publication.title.endsWith('?')) return ofTitle(publication);
  const title = reference(publication.title);
  if (title === null) return [];
  const place = { title, subject: subjectOf(publication.title), written: readWords(text) };
  return headings
    .filter((heading) => !publication.title.includes(heading.text))
    .flatMap((heading) => {
      const asked = questionOfHeading(heading.text, place);
      const button = asked === null ? null : buttonTitle(asked.topic, publication.title);
      if (asked === null || asked.fitness <= 0 || button === null) return [];
      const { question, fitness, standsAlone } = asked;
      return [{ heading: standsAlone ? null : heading.text, question, title: button, fitness }];
    })
    .sort((one, other) => other.fitness - one.fitness)
    .map(({ fitness: _, ...proposed }) => proposed)
    .slice(0, mostProposed);
}

/** A title may be a question itself, as those of reviewed answers are. */
function ofTitle({ title }: Publication): ProposedQuestion[] {
  const question = capitalised(mainTitle(title));
  if (!question.endsWith('?') || wordsIn(question) < 4) return [];
  const button = question.length <= longestTitle ? question : shortened(topicOf(question));
  return button === null ? [] : [{ heading: null, question, title: button }];
}

/** `What do the abbreviations of integrated care mean?` is about abbreviations of integrated care. */
function topicOf(question: string): string {
  const subject =
    /^(?:what|why|how|when|where) (?:is|are|was|were|do|does|did) (?:the |an? )?(.+?)(?: (?:mean|say|do|cost|include|involve|work|come from))?\?$/i;
  return capitalised(subject.exec(question)?.[1] ?? '');
}

/** The topic, with the publication where the topic alone says too little. */
function buttonTitle(topic: string, title: string): string | null {
  const main = shortened(mainTitle(title));
  const both = main === null ? null : `${main}: ${topic}`;
  if (both !== null && both.length <= longestTitle) return both;
  const says = capitalised(topic);
  const isShort = says.length <= longestTitle;
  if (isShort && (topic.endsWith('?') || sharesWord(topic, title))) return says;
  return main ?? (isShort && wordsIn(topic) > 2 ? says : null);
}

/** Whether a word of some length, or how it begins, stands in both. */
function sharesWord(one: string, other: string): boolean {
  const stems = (text: string): string[] =>
    (text.toLowerCase().match(/\p{L}{4,}/gu) ?? []).map((found) => found.slice(0, 5));
  const known = new Set(stems(other));
  return stems(one).some((stem) => known.has(stem));
}
