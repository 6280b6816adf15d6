import { type DiffWord, textOfWords } from './read-words.ts';

const being = /^(?:is|are|was|were|be|been|being)$/;
const article = /^(?:the|an?|each|every|its|their|his|her|our|your)$/;
/** What may end a phrase that begins with `by the`. */
const closing =
  /^(?:that|who|which|whose|to|in|into|at|within|when|where|if|unless|on|with|for|and|from|before|after|until|not|but|during|as|of|is|are|was|were|has|have|will|must|should|may|can|by|than|so|because|while|using|via|through)$/;
/** `By the end of the week` says when, `by the same amount` how much. */
const noPerson =
  /^(?:end|time|day|date|week|month|year|hour|deadline|start|beginning|middle|close|next|same|way|use|fact|number|amount|age|means|method|phone|telephone|post|route|system|law|act|policy|agreement)s?$/;
const mostWords = 6;

/**
 * Who does something, where the statement says `is done by the …`: the words after `by`; null where
 * it names nobody so.
 */
export function responsibleIn(words: readonly DiffWord[]): readonly DiffWord[] | null {
  for (const [index, { plain }] of words.entries()) {
    const isPassive =
      plain === 'by' && words.slice(0, index).some((each) => being.test(each.plain));
    if (!isPassive || !article.test(words[index + 1]?.plain ?? '')) continue;
    const first = index + 1;
    let end = first + 1;
    while (isWithinPhrase(words[end])) end += 1;
    const phrase = words.slice(first, end);
    const isNamed = phrase.length > 1 && phrase.length <= mostWords;
    if (isNamed && !phrase.some((each) => noPerson.test(each.plain))) return phrase;
  }
  return null;
}

function isWithinPhrase(word: DiffWord | undefined): boolean {
  if (word === undefined) return false;
  return word.kind === 'word' && !/[,.;:()]/.test(word.gap) && !closing.test(word.plain);
}

const scope =
  /\b(?:appl(?:y|ies|ied) (?:only )?to|(?:policy|guideline|guidance|procedure|document|it|this) (?:covers?|binds?|concerns?|excludes?|includes?)|(?:with)?in (?:its|the) scope|out(?:side| of) (?:its |the )?scope|(?:is|are|remain|remains) (?:outside|excluded|exempt)|is for (?:all|every|any)|(?:is|are) eligible|limited to|restricted to)\b/i;

/** Whether a statement says to whom or what something applies. */
export function definesScope(words: readonly DiffWord[]): boolean {
  return scope.test(textOfWords(words));
}
