/** A figure as reports give it: rounded to `digits` decimals, null where it is not defined. */
export function roundFigure<Figure extends number | null>(figure: Figure, digits: number): Figure {
  if (figure === null) return figure;
  const factor = 10 ** digits;
  return (Math.round(figure * factor) / factor) as Figure;
}
