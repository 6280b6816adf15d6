import type { Block, PageStart } from '../../document.ts';
import { tidyText } from '../block-text.ts';
import type { JoinLines } from './pdf-hyphenation.ts';

/** Text that grows line by line and keeps where each page begins in it. */
export interface Flow {
  append(text: string, page: number): void;
  /** The block, or nothing when no text came. */
  blocks(): Block[];
}

/** Begins a block; lines are joined as `join` says, and never change once they are in. */
export function startFlow(kind: Block['kind'], join: JoinLines, level?: number): Flow {
  let text = '';
  const pages: PageStart[] = [];
  return {
    append(line, page) {
      // A soft hyphen at the end says that the word goes on; tidying would drop it.
      const goesOn = /\u00ad\s*$/.test(line);
      const tidy = tidyText(line);
      if (tidy === '') return;
      const before = text;
      text = join(text, tidy);
      if (goesOn) text += '\u00ad';
      if (pages.at(-1)?.page === page) return;
      pages.push({
        page,
        offset: before === '' ? 0 : text.length - tidy.length - (goesOn ? 1 : 0),
      });
    },
    blocks() {
      const final = tidyText(text);
      if (final === '') return [];
      return [{ kind, text: final, ...(level === undefined ? {} : { level }), pages }];
    },
  };
}
