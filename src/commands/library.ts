import type { Clock } from '../clock.ts';
import type { Config } from '../config.ts';
import type { LibraryStore } from '../library/index.ts';
import type { RegisterCommand } from './command.ts';
import { addLibraryList } from './library-list.ts';
import { addLibraryRetire } from './library-retire.ts';
import { addLibraryShow } from './library-show.ts';
import type { WithStore } from './with-store.ts';

/** An open library to look into. */
export interface LibraryCommandLibrary {
  store: LibraryStore;
  close(): Promise<void>;
}

export interface LibraryCommandParts {
  open(config: Config): Promise<LibraryCommandLibrary>;
  clock: Clock;
}

/** Adds `library` with `list`, `show` and `retire`. */
export function registerLibrary(parts: LibraryCommandParts): RegisterCommand {
  return (context) => {
    const library = context.program
      .command('library')
      .description('look into the library and take publications out of use');
    const withStore: WithStore = async (work) => {
      const opened = await parts.open(context.config());
      try {
        return await work(opened.store);
      } finally {
        await opened.close();
      }
    };
    addLibraryList(library, context, withStore, parts.clock);
    addLibraryShow(library, context, withStore, parts.clock);
    addLibraryRetire(library, context, withStore, parts.clock);
  };
}
