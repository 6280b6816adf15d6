import { asData } from '../../prompting/index.ts';
import type { RetrievedPassage } from '../../retrieval/index.ts';

/** Most characters of passages in one prompt, some 6,000 tokens. */
const mostCharacters = 24_000;

/** Passages by the id that the model is shown, `P1` and so on. */
export type LabelledPassages = ReadonlyMap<string, RetrievedPassage>;

/** As many of the passages as there is room for in a prompt, and at least one. */
export function labelPassages(passages: readonly RetrievedPassage[]): LabelledPassages {
  const byId = new Map<string, RetrievedPassage>();
  let length = 0;
  for (const retrieved of passages) {
    length += retrieved.passage.text.length;
    if (length > mostCharacters && byId.size > 0) break;
    byId.set(`P${byId.size + 1}`, retrieved);
  }
  return byId;
}

/** Passages as a model reads them, each between delimiters, under what it is from. */
export function showPassages(labelled: LabelledPassages, marker: string): string {
  return [...labelled]
    .map(([id, retrieved]) =>
      asData(`${id}, ${describe(retrieved)}`, retrieved.passage.text, marker),
    )
    .join('\n\n');
}

function describe({ publication }: RetrievedPassage): string {
  const { title, kind, date, status } = publication;
  const facts = [title, kind, date ?? 'no date'];
  return [...facts, ...(status === 'current' ? [] : [status])].join(', ');
}
