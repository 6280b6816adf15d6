import type { WireEvent } from '../events/inner-event.ts';
import type { AppManifest } from './app-manifest.ts';

const messageEvents: Readonly<Record<string, string>> = {
  channel: 'message.channels',
  group: 'message.groups',
  im: 'message.im',
};

/** Whether the app has subscribed to an event. Without a manifest it gets all. */
export function isSubscribed(manifest: AppManifest | null, event: WireEvent): boolean {
  if (manifest === null) return true;
  const { type, channel_type: channelType } = event;
  const name = type === 'message' ? (messageEvents[String(channelType)] ?? type) : type;
  return manifest.events.includes(name);
}
