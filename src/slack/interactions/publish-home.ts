import type { HomeView } from '@slack/types';
import { WebAPIPlatformError } from '@slack/web-api';
import { announcementsOf } from '../../notices/index.ts';
import { audiencesUpTo } from '../../people/index.ts';
import { type HomeContents, homeView } from '../blocks/home-view.ts';
import type { ListenerContext } from '../listeners/listener.ts';
import { type HomeNotices, mostNoticesListed } from '../notices/composing/home-notices.ts';
import { oneOfEachSeries } from '../notices/composing/one-of-each-series.ts';
import type { WebClients } from '../web/web-clients.ts';

const mostNew = 5;
const mostExamples = 3;

type HomeParts = Pick<
  ListenerContext,
  | 'directory'
  | 'library'
  | 'personalData'
  | 'keepDays'
  | 'helpChannel'
  | 'reportUsage'
  | 'clients'
  | 'notices'
  | 'clock'
>;

export interface PublishHomeOptions extends Partial<Pick<HomeContents, 'deleted' | 'asked'>> {
  /**
   * Of the home they have before them: one that was published since is left as it is. Null replaces
   * whatever there is.
   */
  hash: string | null;
}

/**
 * Puts a person's App Home together, by what they are now, and publishes it.
 *
 * @returns false when another home was published meanwhile.
 */
export async function publishHome(
  parts: HomeParts,
  person: string,
  { hash, deleted = null, asked = null }: PublishHomeOptions,
): Promise<boolean> {
  const { directory, library, personalData, keepDays, helpChannel, reportUsage, clients } = parts;
  const roles = await directory.rolesOf(person);
  const audiences = audiencesUpTo(roles.rank, roles.groups);
  const isStaff = roles.rank === 'staff';
  const { ownCalendars } = parts.notices;
  const settings = parts.notices.settings.digest;
  const [count, newest, fresh, examples, stored, modelMonth, notices, choice, madeAt] =
    await Promise.all([
      library.count(audiences),
      library.newest(audiences, mostNew),
      library.freshness(),
      library.suggestQuestions(audiences, mostExamples),
      personalData.describe(person),
      isStaff && reportUsage !== null ? reportUsage(null) : null,
      isStaff ? listNotices(parts, person) : null,
      parts.notices.digestChoices.of(person),
      ownCalendars === null ? null : ownCalendars.madeAt(person),
    ]);
  const view = homeView({
    roles,
    library: { ...fresh, count, newest },
    examples,
    personalData: stored,
    keepDays,
    deleted,
    asked,
    helpChannel,
    modelMonth,
    notices,
    digest: settings && { settings, choice },
    calendar: ownCalendars && { madeAt },
  });
  return publishView(clients, person, view, hash);
}

/** More than are shown: drafts and what waits are listed by themselves, and of a series one alone. */
const mostLatest = 200;

async function listNotices(
  { notices: { store, outbox }, clock }: HomeParts,
  person: string,
): Promise<HomeNotices> {
  const [drafts, waiting, latest] = await Promise.all([
    store.draftsOf(person),
    store.awaitingApproval(),
    store.latest(mostLatest),
  ]);
  const now = clock.now();
  const sent = oneOfEachSeries(
    latest.filter(({ state }) => state === 'scheduled' || state === 'cancelled'),
    now,
  );
  const shown = sent.slice(0, mostNoticesListed).map(({ id }) => id);
  const announcements = await announcementsOf(outbox, shown);
  return { drafts, waiting, latest: sent, announcements, now };
}

/** Publishes a view as a person's App Home; see {@link publishHome}. */
export async function publishView(
  { reading }: WebClients,
  person: string,
  view: object,
  hash: string | null,
): Promise<boolean> {
  try {
    // Publishing the same twice does no harm, so that it may be repeated.
    await reading.views.publish({
      user_id: person,
      // The builders of views make them valid; Slack's types know them as one great union.
      view: view as HomeView,
      ...(hash === null ? {} : { hash }),
    });
    return true;
  } catch (error) {
    const isConflict = error instanceof WebAPIPlatformError && error.data.error === 'hash_conflict';
    if (isConflict) return false;
    throw error;
  }
}
