/** Of tokens and of money, in micro-units (millionths) of a US dollar. */
interface Amounts<Amount> {
  tokens: Amount;
  costMicros: Amount;
}

interface BudgetFacts {
  /** As the service calls it. */
  model: string;
  /** The month it is for, such as `2026-11`, UTC. */
  period: string;
  spent: Amounts<number>;
  /** The most that may be spent; null where there is no limit. */
  limit: Amounts<number | null>;
  /** When the next month's budget begins, UTC ms. */
  until: number;
}

/**
 * What those who run Concord should know of the model. Holds no text of a question or an answer, no
 * key and nobody's id.
 */
export type OperatorEvent =
  /** Of the workspace's budget 80% are spent, or all of it. */
  | ({ kind: 'budget-nearly-spent' | 'budget-spent' } & BudgetFacts)
  /** Its service refuses requests. `reason` is a status or code, `advice` says what to check. */
  | { kind: 'model-misconfigured'; model: string; reason: string; advice: string }
  /** It has failed so often that it is left alone for a while. */
  | { kind: 'model-unavailable'; model: string; failure: string }
  /** It answers again after one of the two before. */
  | { kind: 'model-works-again'; model: string };

export type OperatorEventKind = OperatorEvent['kind'];

export interface RaisedOperatorEvent {
  /** What is told once; the same for all replicas. */
  id: string;
  event: OperatorEvent;
  /** UTC ms. */
  raisedAt: number;
}

/** Operator events, until staff were told and after. */
export interface OperatorEventStore {
  /** Stores the event unless one with its id is there; true when it was stored. */
  add(event: RaisedOperatorEvent): Promise<boolean>;
  /** The one raised last of these kinds; null for none. */
  latest(kinds: readonly OperatorEventKind[]): Promise<RaisedOperatorEvent | null>;
  /** Those that staff were not told of, in the order in which they were raised, at most 20. */
  untold(): Promise<RaisedOperatorEvent[]>;
  /** Nobody has to be told of it any more. */
  markTold(id: string): Promise<void>;
}

/** Takes what operators should know. */
export interface OperatorEvents {
  /**
   * Keeps an event so that staff are told, each once however often it is raised. Never rejects: one
   * that cannot be kept is logged, for an answer must not be lost over it.
   */
  raise(event: OperatorEvent): Promise<void>;
}
