/** A number, date, share, amount or time that a text states. */
export interface Figure {
  /** As it stands in the text. */
  text: string;
  meaning: FigureMeaning;
}

export type FigureMeaning =
  /** `values` are the readings of one notation: `1.5m` is 1.5 (metres) or 1,500,000. */
  | { kind: 'number'; values: readonly number[] }
  | { kind: 'ordinal'; values: readonly number[] }
  | { kind: 'share'; values: readonly number[] }
  | { kind: 'money'; values: readonly number[]; currency: string }
  /** `null` for what the text leaves open. */
  | { kind: 'date'; year: number | null; month: number | null; day: number | null }
  /** Minutes since midnight. */
  | { kind: 'time'; minutes: number }
  /** Letters and digits in one word: `B12`, `COVID-19`. */
  | { kind: 'code'; code: string };
