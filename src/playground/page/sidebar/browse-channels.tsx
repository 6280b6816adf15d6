import { useState } from 'react';
import { conversationRoute, formatRoute } from '../client/route.ts';
import { useAct } from '../client/use-act.ts';
import { usePage } from '../client/use-page.ts';
import { navigate } from '../client/use-route.ts';
import { ChannelIcon, channelNote } from './channel-icon.tsx';

/** Public channels: those the person is in, and those they could join. */
export function BrowseChannels() {
  const { page } = usePage();
  const act = useAct();
  const [wanted, setWanted] = useState('');
  const channels = page.conversations
    .filter(({ kind, isArchived }) => kind === 'public' && !isArchived)
    .filter(({ name, purpose }) =>
      `${name} ${purpose}`.toLowerCase().includes(wanted.toLowerCase()),
    )
    .toSorted((a, b) => a.name.localeCompare(b.name));
  const join = async (channel: string): Promise<void> => {
    const result = await act({ type: 'join', channel });
    if (result.ok) navigate(conversationRoute(channel));
  };
  return (
    <section className="browse" aria-labelledby="browse-title">
      <header className="conversation-header">
        <h2 id="browse-title" className="conversation-title">
          All channels
        </h2>
      </header>
      <div className="browse-body">
        <label className="field">
          <span className="field-label">Find a channel</span>
          <input
            className="input"
            type="search"
            value={wanted}
            onChange={(event) => setWanted(event.target.value)}
          />
        </label>
        <p role="status" className="visually-hidden">
          {channels.length} channels
        </p>
        {channels.length === 0 && <p className="browse-empty">No channel is called like that.</p>}
        <ul className="browse-list">
          {channels.map((channel) => (
            <li key={channel.id} className="browse-row">
              <span className="browse-icon">
                <ChannelIcon channel={channel} />
              </span>
              <div className="browse-text">
                <a className="browse-name" href={formatRoute(conversationRoute(channel.id))}>
                  {channel.name}
                </a>
                <p className="browse-purpose">
                  {channel.purpose}
                  <span className="visually-hidden">, {channelNote(channel)}</span>
                </p>
              </div>
              {channel.isMember ? (
                <span className="badge">Joined</span>
              ) : (
                <button type="button" className="button" onClick={() => void join(channel.id)}>
                  Join<span className="visually-hidden"> {channel.name}</span>
                </button>
              )}
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}
