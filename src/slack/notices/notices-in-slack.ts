import type { Config } from '../../config.ts';
import type {
  AttachMaterials,
  DigestChoiceStore,
  ForgetReplies,
  NoticeSeries,
  NoticeStore,
  Notices,
  Outbox,
} from '../../notices/index.ts';
import type { OwnCalendars } from './calendar/own-calendars.ts';

/** What Slack needs of notices. */
export interface NoticesInSlack {
  /** What people do with notices. */
  notices: Notices;
  /** What they do with sessions that take place again and again. */
  series: NoticeSeries;
  attachMaterials: AttachMaterials;
  store: NoticeStore;
  outbox: Outbox;
  settings: Config['notices'];
  /** How people want the weekly digest. */
  digestChoices: DigestChoiceStore;
  forgetReplies: ForgetReplies;
  /** Null when no calendars are served. */
  ownCalendars: OwnCalendars | null;
  /** Something is to be sent. */
  wake(): void;
  /** From now on `listener` is called whenever something is to be sent. */
  onPlanned(listener: () => void): void;
  /** Makes a publication findable that was to be found only later; for others nothing changes. */
  liftEmbargo(publicationId: string): Promise<void>;
}
