import type { Explanation } from '../answering/index.ts';
import { wrapText } from './wrap-text.ts';

const excerptLength = 160;

/** What was retrieved for a question and how it was weighed, for whoever wonders about an answer. */
export function describeExplanation(explanation: Explanation, width: number): string {
  const { found, features, sentences, confidence, threshold, type, focus, standaloneQuestion } =
    explanation;
  const passages = found.passages.map(
    ({ passage, publication, score, lexicalScore, semanticSimilarity }, index) => {
      const scores = `${figure(score)}  words ${figure(lexicalScore)}  subject ${figure(semanticSimilarity)}`;
      const place = [publication.title, ...passage.headingPath].join(' › ');
      const page = passage.pageStart === null ? '' : ` · p. ${passage.pageStart}`;
      return `${String(index + 1).padStart(3)}. ${scores}  ${place}${page}\n${quote(passage.text, width)}`;
    },
  );
  const weighed = sentences.map(
    ({ text, score, features: own, publicationTitle }) =>
      `${figure(score).padStart(7)}  ${publicationTitle}\n${quote(text, width)}\n         ${listed(own)}`,
  );
  const verdict =
    confidence >= threshold ? 'answered, unless no quote could be verified' : 'not answered';
  return [
    `Looked up as: ${standaloneQuestion}`,
    `Read as:      ${type}${focus === standaloneQuestion ? '' : `, asking “${focus}”`}`,
    `Confidence:   ${figure(confidence)} (from ${threshold} up it is answered): ${verdict}`,
    `Evidence:     ${listed({ ...features })}`,
    `Indexes:      ${listed({ ...found.signals })}`,
    '',
    `Retrieved passages (combined score, score by words, similarity of subject)`,
    ...passages,
    '',
    'Sentences weighed as claims (score, features)',
    ...weighed,
  ].join('\n');
}

function quote(text: string, width: number): string {
  const flat = text.replace(/\s+/g, ' ');
  const shown = flat.length > excerptLength ? `${flat.slice(0, excerptLength).trimEnd()} …` : flat;
  return `         ${wrapText(shown, width, '         ')}`;
}

function listed(values: object): string {
  return Object.entries(values)
    .map(([name, value]) => `${name} ${figure(value)}`)
    .join(', ');
}

function figure(value: number | null): string {
  if (value === null) return '–';
  return Number.isInteger(value) ? String(value) : value.toFixed(2);
}
