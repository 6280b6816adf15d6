/** Action ids under the offer to summarise a file, whose blocks are named after the file. */
export const uploadActions = {
  length: 'upload-length',
  reader: 'upload-reader',
  /** The value is the file's id. */
  summarise: 'upload-summarise',
} as const;

/** The form with which people have a file of a message summarised. */
export const fileForm = {
  callbackId: 'file-summary-form',
  /** Nobody sees it: what was begun is handed to the inbox in its name. */
  begun: 'file-summary-begun',
  /** Each is both a block id and the action id of its element. */
  file: 'file-summary-file',
  length: 'file-summary-length',
  reader: 'file-summary-reader',
} as const;
