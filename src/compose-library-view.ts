import type { SuggestQuestions } from './answering/index.ts';
import type { Clock } from './clock.ts';
import type { LibraryStore, Publication } from './library/index.ts';
import type { Audience } from './people/index.ts';
import type { LibraryView } from './slack/index.ts';

export interface LibraryViewParts {
  store: LibraryStore;
  clock: Clock;
  /** When the folders were last compared with the library, UTC ms; null when not yet. */
  checkedAt(): number | null;
  suggestQuestions: SuggestQuestions;
}

const dayMs = 24 * 60 * 60 * 1_000;

/** Shows the library from a list that is read again only when the library has changed. */
export function createLibraryView({
  store,
  clock,
  checkedAt,
  suggestQuestions,
}: LibraryViewParts): LibraryView {
  let read: { revision: number; all: Promise<Publication[]> } | null = null;
  const all = async (): Promise<Publication[]> => {
    const revision = await store.revision();
    if (read?.revision !== revision) {
      const reading = { revision, all: listDocuments(store) };
      reading.all.catch(() => {
        if (read === reading) read = null;
      });
      read = reading;
    }
    return read.all;
  };
  const live = async (audiences: readonly Audience[]): Promise<Publication[]> =>
    (await all()).filter(
      ({ audience, retiredAt }) => retiredAt === null && audiences.includes(audience),
    );
  const readable = async (audiences: readonly Audience[]): Promise<Publication[]> => {
    const now = clock.now();
    return (await live(audiences)).filter(({ embargoedUntil }) => (embargoedUntil ?? 0) <= now);
  };
  return {
    readable,
    count: async (audiences) => (await readable(audiences)).length,
    newest: async (audiences, limit) =>
      (await readable(audiences))
        .filter(({ status }) => status === 'current')
        .sort(byNewest)
        .slice(0, limit),
    choosable: async (audiences, embargoed) =>
      (await (embargoed ? live(audiences) : readable(audiences))).filter(
        ({ status }) => status === 'current',
      ),
    freshness: async () => {
      const changes = (await all()).flatMap(({ changedAt, retiredAt }) => [
        changedAt,
        retiredAt ?? changedAt,
      ]);
      return {
        changedAt: changes.length === 0 ? null : changes.reduce((a, b) => Math.max(a, b)),
        checkedAt: checkedAt(),
      };
    },
    publication: (id) => store.get(id),
    text: (id) => store.text(id),
    suggestQuestions,
  };
}

/** Without notices: these are found when somebody asks, but are nothing to read. */
async function listDocuments(store: LibraryStore): Promise<Publication[]> {
  return (await store.list({ retired: 'any' })).filter(({ kind }) => kind !== 'notice');
}

/** The latest to become readable first; of those of one day, which came together, the latest dated. */
function byNewest(one: Publication, other: Publication): number {
  const days = dayOf(other) - dayOf(one);
  if (days !== 0) return days;
  const [a, b] = [one.date ?? '', other.date ?? ''];
  if (a !== b) return a < b ? 1 : -1;
  return one.title < other.title ? -1 : 1;
}

function dayOf({ addedAt, embargoedUntil }: Publication): number {
  return Math.floor(Math.max(addedAt, embargoedUntil ?? 0) / dayMs);
}
