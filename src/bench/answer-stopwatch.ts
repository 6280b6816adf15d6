/** What time is spent on, on the way from a question to what people are shown. */
export const answerSteps = [
  'preparing',
  'retrieving',
  'loading texts',
  'reading',
  'prompting',
  'parsing',
  'verifying',
  'storing',
  'rendering',
] as const;
export type AnswerStep = (typeof answerSteps)[number];

/** Milliseconds by step; steps that did not happen took 0. */
export type StepTimes = Record<AnswerStep, number>;

/** Takes the time of one answer after the other, of which every moment belongs to one step. */
export interface AnswerStopwatch {
  /** Ends the step that is under way; what follows is the model's own time, or this step. */
  enter(step: AnswerStep | 'model'): void;
  /** Ends the answer and returns its times without the model's; the next one begins with `enter`. */
  finish(): StepTimes;
}

/** @param milliseconds from an arbitrary instant, never going back. */
export function createAnswerStopwatch(
  milliseconds: () => number = () => performance.now(),
): AnswerStopwatch {
  let times = noTimes();
  let current: AnswerStep | 'model' | null = null;
  let since = 0;

  function enter(step: AnswerStep | 'model' | null): void {
    const now = milliseconds();
    if (current !== null && current !== 'model') times[current] += now - since;
    current = step;
    since = now;
  }

  return {
    enter,
    finish() {
      enter(null);
      const taken = times;
      times = noTimes();
      return taken;
    },
  };
}

function noTimes(): StepTimes {
  return {
    preparing: 0,
    retrieving: 0,
    'loading texts': 0,
    reading: 0,
    prompting: 0,
    parsing: 0,
    verifying: 0,
    storing: 0,
    rendering: 0,
  };
}
