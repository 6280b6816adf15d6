import { DataSetError } from '../evaluation/index.ts';
import { CommandFailure } from './command.ts';

/** Runs a measurement; a data set that cannot be read is wrong use, not failed work. */
export async function measuring<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof DataSetError) throw new CommandFailure(error.forPeople, 2);
    throw error;
  }
}
