/** Callback ids of the modals in which notices are written. */
export const noticeViews = {
  kind: 'notice-kind',
  choosePublication: 'notice-choose-publication',
  session: 'notice-session',
  publication: 'notice-publication',
  postpone: 'notice-postpone',
  callOff: 'notice-call-off-form',
  materials: 'notice-materials-form',
  preview: 'notice-preview',
  decline: 'notice-decline',
} as const;

/** Block ids of the forms, each also the action id of its element. */
export const noticeFields = {
  kind: 'notice-kind',
  publication: 'notice-publication',
  title: 'notice-title',
  text: 'notice-text',
  start: 'notice-start',
  end: 'notice-end',
  zone: 'notice-zone',
  place: 'notice-place',
  link: 'notice-link',
  speakers: 'notice-speakers',
  capacity: 'notice-capacity',
  papers: 'notice-papers',
  repeats: 'notice-repeats',
  until: 'notice-until',
  except: 'notice-except',
  scope: 'notice-scope',
  links: 'notice-links',
  note: 'notice-note',
  materials: 'notice-materials',
  audience: 'notice-audience',
  channels: 'notice-channels',
  people: 'notice-people',
  announce: 'notice-announce',
  reminders: 'notice-reminders',
  remindIn: 'notice-remind-in',
  reason: 'notice-reason',
  showAll: 'notice-show-all',
} as const;

/** Action ids of buttons; the value of each is a notice's id. */
export const noticeActions = {
  compose: 'notice-compose',
  /** In the preview. */
  edit: 'notice-edit',
  sendToMyself: 'notice-send-to-myself',
  keepAsTemplate: 'notice-keep-as-template',
  /** Wherever a notice is listed or told of. */
  open: 'notice-open',
  change: 'notice-change',
  postpone: 'notice-postpone',
  callOff: 'notice-call-off',
  undo: 'notice-undo',
  duplicate: 'notice-duplicate',
  remove: 'notice-remove',
  allDates: 'notice-all-dates',
  attach: 'notice-attach',
  /** For a second person. */
  approve: 'notice-approve',
  decline: 'notice-decline',
  /** In front of the action ids of a card that is not sent. */
  inert: 'notice-sample-',
} as const;

/** What a form keeps in mind while it is open: ids, nothing secret. */
export interface FormNotices {
  /** The draft that is being written; null before it is first saved. */
  draft: string | null;
  /** The notice that the draft is to change; null for a new one. */
  target: string | null;
  /** Whether those of its series after the target are to change in the same way. */
  later?: boolean;
}

const idForm = /^[\w-]{1,64}$/;

export function writeFormNotices({ draft, target, later = false }: FormNotices): string {
  return `${draft ?? ''} ${target ?? ''}${later ? ' later' : ''}`;
}

export function readFormNotices(metadata: string): FormNotices {
  const [draft = '', target = '', later = ''] = metadata.split(' ');
  const known = (id: string): string | null => (idForm.test(id) ? id : null);
  return { draft: known(draft), target: known(target), ...(later === '' ? {} : { later: true }) };
}
