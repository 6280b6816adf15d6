/** A figure with what people should know of it. */
export type Figure = readonly [name: string, value: string | number | null, remark?: string];

/** Figures under each other, names and values aligned. */
export function formatFigures(title: string, figures: readonly Figure[]): string {
  const texts = figures.map(
    ([name, value, remark]) => [name, value === null ? '–' : String(value), remark ?? ''] as const,
  );
  const nameWidth = Math.max(...texts.map(([name]) => name.length));
  const valueWidth = Math.max(...texts.map(([, value]) => value.length));
  const lines = texts.map(([name, value, remark]) =>
    `  ${name.padEnd(nameWidth)}  ${value.padStart(valueWidth)}  ${remark}`.trimEnd(),
  );
  return [title, ...lines].join('\n');
}
