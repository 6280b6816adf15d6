import { readEdition } from '../../../src/summaries/changes/read-edition.ts';
import type { ReadPublication } from '../../../src/summaries/index.ts';

/** A text to be edited: paragraphs of sentences under headings. */
export interface EditableSection {
  heading: string;
  sentences: string[];
}

/** An edition made from another by known edits. */
export interface EditedEdition {
  sections: EditableSection[];
  changed: { before: string; after: string }[];
  added: string[];
  removed: string[];
}

/** Numbers in 0..1, always the same ones for a seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** The sentences of a real text, each once, under its headings. */
export function sectionsOf(read: ReadPublication, most: number): EditableSection[] {
  const sections = new Map<string, string[]>();
  const seen = new Set<string>();
  for (const { candidate, heading } of readEdition(read)) {
    const text = candidate.text.replace(/\s+/g, ' ');
    if (candidate.kind !== 'sentence' || !/^\p{Lu}.{30,}[\p{L}]\.$/u.test(text) || seen.has(text))
      continue;
    if (seen.size === most) break;
    seen.add(text);
    const name = heading ?? 'Beginning';
    sections.set(name, [...(sections.get(name) ?? []), text]);
  }
  return [...sections].map(([heading, sentences]) => ({ heading, sentences }));
}

/** Numbered as they stand, so that what is moved is numbered anew. */
export function markdownOf(sections: readonly EditableSection[]): string {
  return sections
    .map(({ heading, sentences }, index) => {
      const paragraphs: string[] = [];
      for (let at = 0; at < sentences.length; at += 3)
        paragraphs.push(sentences.slice(at, at + 3).join(' '));
      return `## ${index + 1}. ${heading}\n\n${paragraphs.join('\n\n')}`;
    })
    .join('\n\n');
}

const modals: Readonly<Record<string, string>> = { must: 'may', should: 'must', may: 'must' };

/** Changes, adds, removes, moves and rewrites in little ways, by chance, and keeps the list. */
export function editEdition(
  sections: readonly EditableSection[],
  foreign: readonly string[],
  random: () => number,
): EditedEdition {
  const changed: EditedEdition['changed'] = [];
  const added: string[] = [];
  const removed: string[] = [];
  const strangers = [...foreign];
  const edited = sections.map(({ heading, sentences }) => ({
    heading: random() < 0.15 ? `${heading} and more` : heading,
    sentences: sentences.flatMap((sentence) => {
      const chance = random();
      const stranger = chance > 0.96 ? strangers.pop() : undefined;
      if (stranger !== undefined) {
        added.push(stranger);
        return [sentence, stranger];
      }
      if (chance < 0.05) {
        removed.push(sentence);
        return [];
      }
      const after = chance < 0.3 ? changeSubstance(sentence, random) : null;
      if (after !== null) {
        changed.push({ before: sentence, after });
        return [after];
      }
      return [chance < 0.55 ? changeLittle(sentence, random) : sentence];
    }),
  }));
  const moved = edited.filter(() => random() < 0.3);
  const kept = edited.filter((section) => !moved.includes(section));
  return { sections: [...kept, ...moved], changed, added, removed };
}

function changeSubstance(sentence: string, random: () => number): string | null {
  const figure = /\b\d{1,3}\b(?![.,:/-]?\d)/u.exec(sentence);
  const modal = /\b(?:must|should|may)\b(?! not)/u.exec(sentence);
  if (figure !== null && (modal === null || random() < 0.5)) {
    const value = String(Number(figure[0]) + 2 + Math.floor(random() * 5));
    return sentence.replace(figure[0], value);
  }
  return modal === null ? null : sentence.replace(modal[0], modals[modal[0]] ?? 'must');
}

/** What no reader would call a change. */
function changeLittle(sentence: string, random: () => number): string {
  const chance = random();
  if (chance < 0.25) return sentence.replace(/,/, '');
  if (chance < 0.5) return sentence.replace(/isation\b/g, 'ization').replaceAll('’', "'");
  if (chance < 0.75) return sentence.replace(/ (and|but|which) /, ', $1 ');
  return sentence.replace(/-/g, ' ').replace(/ the /, ' ');
}
