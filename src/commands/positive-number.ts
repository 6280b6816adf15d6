import { InvalidArgumentError } from 'commander';

/** Parses the value of an option that takes a whole number from 1. */
export function positiveNumber(value: string): number {
  const number = Number(value);
  if (/^\d+$/.test(value) && Number.isSafeInteger(number) && number > 0) return number;
  throw new InvalidArgumentError('expected a whole number from 1.');
}
