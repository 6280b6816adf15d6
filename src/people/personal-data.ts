/** How much is stored about a person. */
export interface PersonalData {
  /** Questions with their answers. */
  questions: number;
  /** Answers they judged. */
  feedback: number;
  /** When the oldest of these was stored, UTC ms; null when there are none. */
  since: number | null;
}

/** What is stored about people, for them to see and to delete. */
export interface PersonalDataStore {
  describe(person: string): Promise<PersonalData>;
  /** Deletes all of it, and questions of theirs that still wait; returns what was deleted. */
  erase(person: string): Promise<PersonalData>;
  /** Deletes what was stored before the instant (UTC ms), of everybody. */
  forgetBefore(instant: number): Promise<{ questions: number; feedback: number }>;
}
