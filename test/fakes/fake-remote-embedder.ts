import type { RemoteEmbedder } from '../../src/retrieval/index.ts';

/** A remote embedder in memory; remembers what it was given and fails when told to. */
export interface FakeRemoteEmbedder extends RemoteEmbedder {
  /** Every text of the library that it has embedded. */
  embedded: string[];
  queries: string[];
  /** Called before each text and each question; throws for one that fails. */
  before(text: string): void | Promise<void>;
}

const dimensions = 16;

/** @param textsPerBatch how many texts are yielded at a time. */
export function createFakeRemoteEmbedder(id: string, textsPerBatch = 4): FakeRemoteEmbedder {
  const embedder: FakeRemoteEmbedder = {
    id,
    model: id,
    dimensions,
    price: 20_000,
    embedded: [],
    queries: [],
    before: () => {},
    coverage: () => 1,
    embedQuery: async (text) => {
      await embedder.before(text);
      embedder.queries.push(text);
      return Array.from(vectorOf(text));
    },
    embedDocuments: async (texts) => texts.map((text) => Array.from(vectorOf(text))),
    async *embedMany(texts, signal) {
      for (let from = 0; from < texts.length; from += textsPerBatch) {
        signal.throwIfAborted();
        const own = texts.slice(from, from + textsPerBatch);
        for (const text of own) await embedder.before(text);
        embedder.embedded.push(...own);
        const places = own.map((_, at) => from + at);
        yield { places, vectors: own.map(vectorOf), refused: [], tokens: own.length };
      }
    },
  };
  return embedder;
}

/** Texts that share words are near each other. */
function vectorOf(text: string): Float32Array {
  const vector = new Float32Array(dimensions);
  for (const word of text.toLowerCase().match(/[a-z]+/g) ?? []) {
    let hash = 7;
    for (const character of word) hash = (hash * 31 + character.charCodeAt(0)) % 9_973;
    const at = hash % dimensions;
    vector[at] = (vector[at] ?? 0) + 1;
  }
  const length = Math.hypot(...vector) || 1;
  return vector.map((value) => value / length);
}
