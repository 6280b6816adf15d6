/** Action ids of buttons under reports and of those that lead to one. */
export const reportActions = {
  /** Opens the form of a summary; the value is a publication's id, or empty. */
  summarise: 'summarise-form',
  /** Opens the form of a comparison; the value says with what it begins, or is empty. */
  compare: 'comparison-form',
  /** Summarises at once; each of a list has its own: `summarise-now-1`, … */
  summariseNow: /^summarise-now-\d+$/,
  /** The value of each is a report's id. */
  share: 'report-share',
  word: 'report-word',
  markdown: 'report-markdown',
} as const;

/** Callback ids of the modals of reports. */
export const reportViews = {
  summary: 'summary-form',
  comparison: 'comparison-form',
  share: 'report-share-form',
  /** Nobody sees it: what was begun is handed to the inbox in its name. */
  begun: 'report-begun',
} as const;

/** Block ids of the forms, each also the action id of its element. */
export const reportFields = {
  publication: 'summary-publication',
  length: 'summary-length',
  reader: 'summary-reader',
  publications: 'comparison-publications',
  what: 'comparison-what',
  columns: 'comparison-columns',
  ownColumns: 'comparison-own-columns',
  seenBy: 'report-seen-by',
  channel: 'report-channel',
} as const;
