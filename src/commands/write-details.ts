import { writeFile } from 'node:fs/promises';
import { CommandFailure } from './command.ts';

/** Writes records to a file, one JSON object a line, for whoever asks what lies behind a figure. */
export async function writeDetails(path: string, records: readonly object[]): Promise<void> {
  const lines = records.map((record) => `${JSON.stringify(record)}\n`).join('');
  try {
    await writeFile(path, lines);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new CommandFailure(`The details could not be written to ${path}: ${reason}`);
  }
}
