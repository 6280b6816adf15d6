import { expect } from 'vitest';
import type { View } from '../../src/playground/index.ts';
import { answered, createScriptedAsk } from '../fakes/scripted-ask.ts';
import { noticesIn } from './notice-journey.ts';
import type { SlackJourney, SlackJourneyOptions } from './slack-journey.ts';

/** Two members of staff: a notice needs a second person. */
export const staffUserIds = ['U0SOFIA0000', 'U0LEO000000'];

/** What journeys of composing start with. */
export function composeOptions(options: Partial<SlackJourneyOptions> = {}): SlackJourneyOptions {
  const { ask } = createScriptedAsk(() => answered(['Success is judged by outcomes.']));
  return { ask, staffUserIds, bySlackClock: true, ...options };
}

/** What somebody does who writes notices. */
export function composingIn(journey: SlackJourney, name = 'sofia') {
  const { slack } = journey;
  const person = slack.actAs(name);
  const notices = noticesIn(journey);

  async function modal(title: string): Promise<View> {
    await expect.poll(() => titleOf(person.modal)).toBe(title);
    if (person.modal === null) throw new Error('no modal');
    return person.modal;
  }

  /** What a modal shows, as one text. */
  const shown = (view: View | null = person.modal): string =>
    JSON.stringify(view?.blocks ?? '').replaceAll('\u00a0', ' ');

  async function sessionForm(): Promise<View> {
    await person.slash('/notice', 'session', 'general');
    return modal('Session');
  }

  /** What a session's form holds that is right. */
  const session = (change: Record<string, string | string[]> = {}) => ({
    'notice-title': 'Discharge, together',
    'notice-text': 'Two wards tell of a year.',
    'notice-start': 'next Tuesday 2pm',
    'notice-end': '3:30pm',
    'notice-place': 'Room 2',
    'notice-channels': [notices.channelId('general'), notices.channelId('leads')],
    ...change,
  });

  /** The last message about a notice that Concord sent to the person. */
  const lastTold = () => {
    const message = notices.toldDirectly(name).at(-1);
    if (message === undefined) throw new Error('nothing was told');
    return message;
  };

  /** Presses a button of the last such message. */
  const press = (actionId: string) =>
    person.clickButton(person.directMessageChannel, lastTold().ts, actionId);

  return { ...notices, person, modal, shown, sessionForm, session, lastTold, press };
}

function titleOf(view: View | null): string {
  const title: unknown = view?.title;
  return typeof title === 'object' && title !== null && 'text' in title ? String(title.text) : '';
}
