import { type Embedder, type IndexStore, loadLocalEmbedder } from '../retrieval/index.ts';

export interface MeasuredPassage {
  id: number;
  /** Title, headings and text, a line each, as embedders see it. */
  text: string;
}

const passagesPerPage = 1_000;

/** Every passage of the library under measurement, so that all subjects work on the same ones. */
export async function readPassages(store: IndexStore): Promise<MeasuredPassage[]> {
  const ids = await store.passageIds();
  const passages: MeasuredPassage[] = [];
  for (let start = 0; start < ids.length; start += passagesPerPage) {
    const page = await store.passages(ids.slice(start, start + passagesPerPage));
    for (const { id, title, headingPath, text } of page) {
      const parts = [title, headingPath.join('\n'), text];
      passages.push({ id, text: parts.filter((part) => part !== '').join('\n') });
    }
  }
  return passages;
}

/** The embedder fitted on the library under measurement, so that all subjects have the same. */
export async function readEmbedder(store: IndexStore): Promise<Embedder> {
  const embedder = await loadLocalEmbedder(store);
  if (embedder === null) throw new Error('the library under measurement has no fitted embedder');
  return embedder;
}
