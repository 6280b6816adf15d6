/** Names of the prompts that a model's summary depends on. */
export const summaryPrompts = [
  'summarise-section',
  'merge-summary',
  'repair-claim',
  'judge-support',
] as const;
