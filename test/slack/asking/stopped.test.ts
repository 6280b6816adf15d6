import { expect, test } from 'vitest';
import { StoppedByPerson } from '../../../src/messaging/index.ts';
import { despitePerson, isStopped } from '../../../src/slack/asking/stopped.ts';

test('a person’s wish to stop is told from the end of the process', () => {
  expect(isStopped(AbortSignal.abort(new StoppedByPerson()))).toBe(true);
  expect(isStopped(AbortSignal.abort(new Error('stopping')))).toBe(false);
  expect(isStopped(new AbortController().signal)).toBe(false);
});

test('what is found is told although a person wanted to stop, but not when the process ends', () => {
  for (const early of [true, false]) {
    const person = new AbortController();
    const process = new AbortController();
    if (early) person.abort(new StoppedByPerson());
    if (early) process.abort(new Error('stopping'));
    const goesOn = despitePerson(person.signal);
    const ends = despitePerson(process.signal);
    person.abort(new StoppedByPerson());
    process.abort(new Error('stopping'));
    expect(goesOn.aborted).toBe(false);
    expect(ends.reason).toEqual(new Error('stopping'));
  }
});
