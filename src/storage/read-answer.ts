import type { Answer } from '../answering/index.ts';

/** An answer as it was kept; earlier versions knew of no disagreements. */
export function readAnswer(json: string): Answer {
  const answer = JSON.parse(json) as Answer;
  return answer.kind === 'answer'
    ? { ...answer, disagreements: answer.disagreements ?? [] }
    : answer;
}
