import type { PageFaultKind } from '../../page-api/page-protocol.ts';

export interface FaultDescription {
  name: string;
  /** What happens, in plain words. */
  explanation: string;
  /** What is counted, for the number of times; null for a fault that lasts until it is ended. */
  counted: string | null;
}

/** Every fault in words. */
export const faultDescriptions: Readonly<Record<PageFaultKind, FaultDescription>> = {
  'rate-limit': {
    name: 'Rate limit',
    explanation: 'Calls are refused with 429, and the app is told how many seconds to wait.',
    counted: 'calls',
  },
  'server-error': {
    name: 'Server error',
    explanation: 'Calls are refused with 500, as when Slack itself is in trouble.',
    counted: 'calls',
  },
  'slow-answers': {
    name: 'Slow answers',
    explanation: 'Calls take effect at once, but their answers arrive late.',
    counted: 'calls',
  },
  'lost-answers': {
    name: 'Lost answers',
    explanation: 'Calls take effect, but the connection breaks before the answer arrives.',
    counted: 'calls',
  },
  'drop-events': {
    name: 'Dropped events',
    explanation: 'Events do not reach the app the first time. Slack tries again after a while.',
    counted: 'events',
  },
  'duplicate-events': {
    name: 'Duplicate events',
    explanation: 'Events reach the app twice. It should act on each only once.',
    counted: 'events',
  },
  disconnect: {
    name: 'Disconnect',
    explanation: 'The app’s connection is cut, and stays cut until the fault is ended.',
    counted: null,
  },
  'revoked-token': {
    name: 'Revoked token',
    explanation: 'Every call is refused, as after somebody has removed the app.',
    counted: null,
  },
  'refuse-blocks': {
    name: 'Refused blocks',
    explanation: 'Messages and views with blocks are refused as invalid.',
    counted: 'messages or views',
  },
};
