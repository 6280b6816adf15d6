import { test } from 'vitest';
import { leakQuestion } from './leak-question.ts';

// Run by guards.test.ts in a run of its own, which has to fail.
test('a log line that repeats part of a question', leakQuestion);
