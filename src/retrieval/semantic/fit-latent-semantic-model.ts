import type { Analyser } from '../analysis/analyser.ts';
import type { Breather } from './breather.ts';
import { countTerms, type LatentSemanticModel, localWeight } from './latent-semantic-model.ts';
import { findRightSingularVectors } from './randomised-svd.ts';
import type { SparseMatrix } from './sparse-matrix.ts';

/** Terms in fewer texts join nothing to anything. */
const fewestTexts = 2;
const mostTerms = 40_000;

/**
 * Fits latent semantic analysis (Deerwester and others, "Indexing by latent semantic analysis", 1990)
 * to texts: a truncated singular value decomposition of the text × term matrix weighted with
 * (1 + ln frequency) · ln(1 + N / n), its rows of unit length.
 *
 * @param dimensions most dimensions; fewer when the texts have fewer directions.
 */
export async function fitLatentSemanticModel(
  texts: Iterable<string>,
  dimensions: number,
  analyser: Analyser,
  breathe: Breather,
): Promise<LatentSemanticModel> {
  const counted = await countTexts(texts, analyser, breathe);
  const { terms, documentFrequencies, columnOf } = chooseTerms(counted);
  const weights = Float32Array.from(documentFrequencies, (frequency) =>
    Math.log(1 + counted.rows.length / frequency),
  );
  const matrix = buildMatrix(counted.rows, columnOf, weights);
  if (matrix.valueOf.length === 0) {
    return {
      dimensions: 0,
      terms: [],
      weights: new Float32Array(0),
      termVectors: new Float32Array(0),
    };
  }
  const { vectors } = await findRightSingularVectors(matrix, dimensions, breathe);
  return { dimensions: vectors.columns, terms, weights, termVectors: vectors.values };
}

interface CountedTexts {
  terms: string[];
  documentFrequencies: number[];
  /** Per text: term numbers and their counts, alternating. */
  rows: Uint32Array[];
}

async function countTexts(
  texts: Iterable<string>,
  analyser: Analyser,
  breathe: Breather,
): Promise<CountedTexts> {
  const numbers = new Map<string, number>();
  const documentFrequencies: number[] = [];
  const rows: Uint32Array[] = [];
  for (const text of texts) {
    const counts = countTerms(text, analyser);
    const row = new Uint32Array(2 * counts.size);
    let at = 0;
    for (const [term, count] of counts) {
      let number = numbers.get(term);
      if (number === undefined) {
        number = numbers.size;
        numbers.set(term, number);
        documentFrequencies.push(0);
      }
      row[at++] = number;
      row[at++] = count;
      documentFrequencies[number] = (documentFrequencies[number] ?? 0) + 1;
    }
    rows.push(row);
    await breathe();
  }
  return { terms: [...numbers.keys()], documentFrequencies, rows };
}

function chooseTerms({ terms, documentFrequencies }: CountedTexts): {
  terms: string[];
  documentFrequencies: number[];
  /** Column by term number, -1 for terms left out. */
  columnOf: Int32Array;
} {
  const frequencyOf = (number: number): number => documentFrequencies[number] ?? 0;
  let chosen = terms.map((_, number) => number).filter((n) => frequencyOf(n) >= fewestTexts);
  if (chosen.length > mostTerms) {
    chosen = chosen
      .sort((a, b) => frequencyOf(b) - frequencyOf(a) || a - b)
      .slice(0, mostTerms)
      .sort((a, b) => a - b);
  }
  const columnOf = new Int32Array(terms.length).fill(-1);
  chosen.forEach((number, column) => {
    columnOf[number] = column;
  });
  return {
    terms: chosen.map((number) => terms[number] ?? ''),
    documentFrequencies: chosen.map(frequencyOf),
    columnOf,
  };
}

function buildMatrix(
  rows: readonly Uint32Array[],
  columnOf: Int32Array,
  weights: Float32Array,
): SparseMatrix {
  const rowStarts = new Uint32Array(rows.length + 1);
  const most = rows.reduce((sum, row) => sum + row.length / 2, 0);
  const columns = new Uint32Array(most);
  const values = new Float32Array(most);
  let used = 0;
  rows.forEach((row, index) => {
    const start = used;
    let squares = 0;
    for (let at = 0; at < row.length; at += 2) {
      const column = columnOf[row[at] as number] as number;
      if (column < 0) continue;
      const value = localWeight(row[at + 1] as number) * (weights[column] as number);
      columns[used] = column;
      values[used++] = value;
      squares += value * value;
    }
    const length = Math.sqrt(squares) || 1;
    for (let at = start; at < used; at++) values[at] = (values[at] as number) / length;
    rowStarts[index + 1] = used;
  });
  return {
    rows: rows.length,
    columns: weights.length,
    rowStarts,
    columnOf: columns.subarray(0, used),
    valueOf: values.subarray(0, used),
  };
}
