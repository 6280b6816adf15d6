import { splitSentences } from '../../library/index.ts';
import type { Question } from './question.ts';
import { questionTypeOf } from './question-type.ts';

const opensAsQuestion =
  /^\W*(?:(?:and|but|so|also|then|please) )?(?:who|whom|whose|what|which|when|where|why|how|is|are|was|were|do|does|did|can|could|may|might|must|should|shall|will|would|has|have|had|am|tell me|explain|describe|list|name|give|show|summari[sz]e|define|compare)\b/i;
/** The last sentence of a message, glued to the one before it for want of a full stop. */
const gluedQuestion =
  /[a-z,)]\s+((?:Who|Whom|Whose|What|Which|When|Where|Why|How|Is|Are|Was|Were|Do|Does|Did|Can|Could|May|Must|Should|Shall|Will|Would|Has|Have|Am)\s[^.!?]{0,400}\?)\s*$/;

/**
 * Takes a standalone question apart. A message may tell a story before it asks; then the last
 * sentence that asks is the focus, and its form decides.
 */
export function understandQuestion(text: string): Question {
  const sentences = splitSentences(text).map(({ start, end }) => text.slice(start, end));
  const marked = sentences.findLast((sentence) => /\?["'\u2019\u201d)]*$/.test(sentence));
  const asking = marked ?? sentences.findLast((sentence) => opensAsQuestion.test(sentence));
  const found = asking ?? text.trim();
  const focus = gluedQuestion.exec(found)?.[1] ?? found;
  return { text, focus, type: questionTypeOf(focus, marked !== undefined) };
}
