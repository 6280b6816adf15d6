/** How much is stored about a person. */
export interface PersonalData {
  /** Questions with their answers. */
  questions: number;
  /** Answers they judged. */
  feedback: number;
  /** Summaries of files they sent, which are for them alone. */
  fileSummaries: number;
  /** Sessions they replied to. */
  replies: number;
  /** Addresses at which a calendar of theirs can be read. */
  calendars: number;
  /** Whether they chose how they get the weekly digest. */
  digest: boolean;
  /** When the oldest of questions, feedback and summaries was stored, UTC ms; null when there are none. */
  since: number | null;
}

/** What is stored about people, for them to see and to delete. */
export interface PersonalDataStore {
  describe(person: string): Promise<PersonalData>;
  /**
   * Deletes all of it, and what waits to be answered or sent to them; stops what is being answered.
   * Returns how much was deleted.
   */
  erase(person: string): Promise<PersonalData>;
  /**
   * Deletes questions asked and feedback given before the instant (UTC ms), of everybody, feedback
   * with the question it is about, and replies to sessions that ended before it; returns how much.
   */
  forgetBefore(instant: number): Promise<{ questions: number; feedback: number }>;
}
