import { InvalidArgumentError, Option } from 'commander';
import { positiveNumber } from './positive-number.ts';

const fewestPassages = 100;

/** `--passages`: how large the library of a benchmark is; several sizes are measured in turn. */
export function passageCountsOption(byDefault: readonly number[]): Option {
  return new Option('--passages <numbers>', 'sizes of the library, divided by commas')
    .default([...byDefault], byDefault.join(','))
    .argParser(passageCounts);
}

function passageCounts(value: string): number[] {
  const counts = value.split(',').map((count) => positiveNumber(count.trim()));
  if (counts.every((count) => count >= fewestPassages)) return counts;
  throw new InvalidArgumentError(`expected sizes from ${fewestPassages}.`);
}
