/** What a person is to the partnership, and with it the flags Slack shows of them. */
export type PersonKind =
  | 'member'
  | 'lead'
  | 'staff'
  | 'guest'
  | 'single-channel-guest'
  | 'external';

/** Someone (or the app's bot user) as Slack knows them. */
export interface Person {
  id: string;
  /** Handle without `@`; unique. */
  name: string;
  realName: string;
  title: string;
  email: string;
  teamId: string;
  kind: PersonKind;
  isBot: boolean;
  deleted: boolean;
  /** IANA zone. */
  timeZone: string;
  /** Profile picture as an address; empty for none. */
  image: string;
  /** UTC seconds of the last change. */
  updated: number;
}

/** A user group (`@leads`). */
export interface PersonGroup {
  id: string;
  handle: string;
  name: string;
  description: string;
  userIds: string[];
  disabled: boolean;
  /** UTC seconds. */
  created: number;
  updated: number;
}
