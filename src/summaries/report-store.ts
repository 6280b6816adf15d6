import type { ModelRun } from '../answering/index.ts';
import type { Report } from './report.ts';

/** A publication of the library that a report draws on, as it was then. */
export interface DrawnOn {
  publicationId: string;
  /** Its `changedAt`; a later one means other text, other facts or other rules of reading. */
  changedAt: number;
}

/** A report as it is kept. */
export interface KeptReport {
  /** Unguessable. */
  id: string;
  /** Fingerprint of all that it depends on: contents of publications, what was asked, prompts, model. */
  key: string;
  report: Report;
  /** Slack id of the only person it is for, such as who uploaded the file it is of; else null. */
  owner: string | null;
  /** Each once; empty for a file that is not in the library. */
  drawnOn: DrawnOn[];
  /** What a model did for it; null when none was asked. */
  modelRun: ModelRun | null;
  /** UTC ms. */
  madeAt: number;
}

/** Keeps reports, so that the same is not written twice. */
export interface ReportStore {
  find(id: string): Promise<KeptReport | null>;
  /**
   * The latest under a key that is for this owner alone.
   *
   * @param owner null for what is for anybody, which is never given as somebody's own.
   */
  findByKey(key: string, owner: string | null): Promise<KeptReport | null>;
  save(kept: KeptReport): Promise<void>;
  /** Notes that a report was given again at an instant (UTC ms), by which it is kept longer. */
  noteUse(id: string, at: number): Promise<void>;
  /** Deletes those neither made nor given again since an instant (UTC ms). Returns how many there were. */
  forgetBefore(instant: number): Promise<number>;
  /** Deletes those that draw on a publication which has changed since. Returns how many there were. */
  forgetOutdated(): Promise<number>;
  /**
   * Takes on, or goes on with, the writing of what is to be kept under a key: among all processes
   * one at a time may. False while another has it.
   *
   * @param holder Of whoever writes, unique among all processes.
   * @param leaseMs Counts as given up after that time, at most `longestLeaseMs`.
   */
  claim(key: string, holder: string, leaseMs: number): Promise<boolean>;
  /** Gives it up; does nothing when another has it. */
  release(key: string, holder: string): Promise<void>;
}
