import { pause } from '../../src/messaging/index.ts';
import type { LocalSlack } from '../../src/playground/index.ts';
import { answerMs } from './scene.ts';

const lookMs = 50;

/** Has a session written and announced as staff do it; the address of its channel. */
export async function announceSession(slack: LocalSlack): Promise<string> {
  const [sofia, tom] = [slack.actAs('sofia'), slack.actAs('tom')];
  await sofia.slash('/notice', 'session', 'general');
  await until(() => sofia.modal !== null);
  const general = Object.values(slack.workspace.conversations).find(
    ({ name }) => name === 'general',
  );
  const papers = await sofia.suggest('notice-papers', 'discharge');
  await sofia.submitView({
    'notice-title': 'Discharge, together: what two wards learned',
    'notice-text':
      'Two wards and three practices tell of a year of planning discharge on the day of admission.',
    'notice-speakers': 'Amira Hassan\nLeo Marchetti',
    'notice-start': 'next Tuesday 2pm',
    'notice-end': '3:30pm',
    'notice-place': 'Room 2, Town Hall',
    'notice-link': 'https://meet.example.org/discharge',
    'notice-capacity': '30',
    'notice-papers': papers.slice(0, 2).map(({ value }) => value),
    'notice-channels': [general?.id ?? ''],
  });
  await until(() => JSON.stringify(sofia.modal?.title ?? '').includes('Preview'));
  await sofia.submitView();
  const card = () => slack.messages('general').find(({ text }) => text.includes('Discharge'));
  await until(() => card() !== undefined);
  await tom.clickButton('general', card()?.ts ?? '', 'session-going');
  await until(() => card()?.text.includes('1 going') === true);
  return `#/${general?.id}`;
}

async function until(isSo: () => boolean): Promise<void> {
  const end = Date.now() + answerMs;
  while (!isSo()) {
    if (Date.now() > end) throw new Error('the session was not announced in time');
    await pause(lookMs);
  }
}
