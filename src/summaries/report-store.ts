import type { ModelRun } from '../answering/index.ts';
import type { Report } from './report.ts';

/** A report as it is kept. */
export interface KeptReport {
  /** Unguessable. */
  id: string;
  /** Fingerprint of all that it depends on: contents of publications, what was asked, prompts, model. */
  key: string;
  report: Report;
  /** Slack id of the only person it is for, such as who uploaded the file it is of; else null. */
  owner: string | null;
  /** What a model did for it; null when none was asked. */
  modelRun: ModelRun | null;
  /** UTC ms. */
  madeAt: number;
}

/** Keeps reports, so that the same is not written twice. */
export interface ReportStore {
  find(id: string): Promise<KeptReport | null>;
  /**
   * The latest under a key that is for anybody, or for this owner alone.
   *
   * @param owner null for what is for anybody.
   */
  findByKey(key: string, owner: string | null): Promise<KeptReport | null>;
  save(kept: KeptReport): Promise<void>;
  /** Deletes those made before an instant (UTC ms). Returns how many there were. */
  forgetBefore(instant: number): Promise<number>;
}
