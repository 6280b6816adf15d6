import { asData } from '../../prompting/index.ts';
import type { RetrievedPassage } from '../../retrieval/index.ts';

/** Most characters of passages in one prompt, some 6,000 tokens. */
const mostCharacters = 24_000;

export interface ShownPassages {
  /** By the id that the model is shown, `P1` and so on. */
  byId: ReadonlyMap<string, RetrievedPassage>;
  /** Each between delimiters, under what it is from. */
  text: string;
}

/** Passages as a model reads them, best first, as many as there is room for and at least one. */
export function showPassages(passages: readonly RetrievedPassage[], marker: string): ShownPassages {
  const byId = new Map<string, RetrievedPassage>();
  const shown: string[] = [];
  let length = 0;
  for (const retrieved of passages) {
    length += retrieved.passage.text.length;
    if (length > mostCharacters && shown.length > 0) break;
    const id = `P${byId.size + 1}`;
    byId.set(id, retrieved);
    shown.push(asData(`${id}, ${describe(retrieved)}`, retrieved.passage.text, marker));
  }
  return { byId, text: shown.join('\n\n') };
}

function describe({ publication }: RetrievedPassage): string {
  const { title, kind, date, status } = publication;
  const facts = [title, kind, date ?? 'no date'];
  return [...facts, ...(status === 'current' ? [] : [status])].join(', ');
}
