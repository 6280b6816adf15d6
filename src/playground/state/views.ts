import type { Block } from './messages.ts';

export interface PlainText {
  type: 'plain_text';
  text: string;
  emoji?: boolean;
}

/** What people have filled in: block id → action id → value as Slack sends it. */
export type ViewValues = Record<string, Record<string, Record<string, unknown>>>;

/** A modal or an App Home tab. */
export interface View {
  id: string;
  type: 'modal' | 'home';
  userId: string;
  callbackId: string;
  privateMetadata: string;
  externalId: string;
  title: PlainText | null;
  submit: PlainText | null;
  close: PlainText | null;
  blocks: Block[];
  clearOnClose: boolean;
  notifyOnClose: boolean;
  submitDisabled: boolean;
  values: ViewValues;
  /** Changes with every update; an update with an old hash is refused. */
  hash: string;
  rootViewId: string;
  previousViewId: string | null;
}
