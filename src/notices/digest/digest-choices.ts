/** How somebody wants the weekly digest; who has not said gets it where the channel has it. */
export const digestChoices = ['channel', 'direct', 'none'] as const;
export type DigestChoice = (typeof digestChoices)[number];

/** What people chose. Several processes may share it. */
export interface DigestChoiceStore {
  /** `channel` for who has not chosen. */
  of(person: string): Promise<DigestChoice>;
  choose(person: string, choice: DigestChoice): Promise<void>;
  /** Slack ids of those who want it in a direct message, in order. */
  direct(): Promise<string[]>;
}
