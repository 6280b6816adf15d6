import type { FileProblem } from './notice-file-error.ts';
import type { ReadEntry } from './read-notice-file.ts';

/** What is wrong with one notice of a file; what is said twice counts once. */
export class EntryProblems {
  readonly all: FileProblem[] = [];
  readonly #read: ReadEntry;

  constructor(read: ReadEntry) {
    this.#read = read;
  }

  add(field: string, text: string): void {
    if (this.all.some((one) => one.field === field && one.text === text)) return;
    this.all.push({ line: this.#read.lineOf(field), field, text });
  }
}
