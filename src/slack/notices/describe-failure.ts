import { readOutsiders } from '../../notices/index.ts';

/** Why a message did not arrive, and what can be done about it. */
export interface FailureInWords {
  why: string;
  /** Slack ids of the people that are the reason; empty when it is nobody. */
  because: readonly string[];
  /** Null when there is nothing to do. */
  advice: string | null;
}

const inviteFirst =
  'Open the channel, type /invite @Concord there, and then press “Try again” below.';

const words: Readonly<Record<string, Omit<FailureInWords, 'because'>>> = {
  not_in_channel: { why: 'Concord is not in this channel.', advice: inviteFirst },
  channel_not_found: {
    why: 'Concord cannot see this channel: it is private and Concord is not in it, or it is gone.',
    advice: inviteFirst,
  },
  is_archived: {
    why: 'This channel is archived.',
    advice: 'Have it taken out of the archive, or choose another channel.',
  },
  restricted_action_read_only_channel: {
    why: 'Only some people may post in this channel.',
    advice: 'Ask its managers to let Concord post, and then press “Try again” below.',
  },
  restricted_action: {
    why: 'The workspace does not let Concord post in this channel.',
    advice: 'Ask an administrator to let Concord post, and then press “Try again” below.',
  },
  user_not_found: { why: 'This person is not in the workspace any more.', advice: null },
  user_disabled: { why: 'This person’s account was closed.', advice: null },
  cannot_dm_bot: { why: 'This is an app, not a person.', advice: null },
  'too-late': {
    why: 'Concord was not at work in time, and later it would have been of no use.',
    advice: null,
  },
};

/** @param problem Slack's code, or the outbox's own. */
export function describeFailure(problem: string | null): FailureInWords {
  const outsiders = readOutsiders(problem);
  if (outsiders !== null) return { ...guests(outsiders.length), because: outsiders };
  const known = words[problem ?? ''];
  if (known !== undefined) return { ...known, because: [] };
  const why = `Slack did not take the message${problem === null ? '' : ` (${problem})`}.`;
  return { why, advice: 'Tell whoever looks after Concord.', because: [] };
}

/** It was kept back: people would see it who may not. */
function guests(number: number): Omit<FailureInWords, 'because'> {
  const who =
    number === 1
      ? 'is a guest or belongs to another organisation, and would see it.'
      : 'are guests or belong to other organisations, and would see it.';
  return {
    why: who,
    advice:
      'Take them out of the channel or, with “Change”, let everybody see it; then press “Try again” below.',
  };
}
