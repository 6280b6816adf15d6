import { Fragment, type ReactNode, useMemo } from 'react';
import { NodeType } from 'slack-message-parser';
import { Emoji } from './emoji.tsx';
import { withoutEntities } from './entities.ts';
import { linkAddresses } from './link-addresses.ts';
import { BroadcastMention, ChannelMention, GroupMention, UserMention } from './mentions.tsx';
import { type MrkdwnNode, parseMrkdwn } from './parse-mrkdwn.ts';
import { SafeLink } from './safe-link.tsx';
import { SlackDate } from './slack-date.tsx';

type Command = Extract<MrkdwnNode, { type: typeof NodeType.Command }>;

const broadcasts = new Set(['here', 'channel', 'everyone']);

const sourceOf = (nodes: MrkdwnNode[] | undefined): string =>
  withoutEntities((nodes ?? []).map((node) => node.source).join(''));

function command(node: Command): ReactNode {
  const { name, arguments: given, label } = node;
  if (broadcasts.has(name)) return <BroadcastMention range={name} />;
  if (name === 'subteam') return <GroupMention id={given[0] ?? ''} label={sourceOf(label)} />;
  if (name === 'date') {
    const [timestamp = '', format = '', link = ''] = given;
    return (
      <SlackDate
        timestamp={Number(timestamp || Number.NaN)}
        format={withoutEntities(format)}
        link={withoutEntities(link)}
        fallback={sourceOf(label)}
      />
    );
  }
  return sourceOf(label) || withoutEntities(node.source);
}

function plain(text: string, linksAddresses: boolean): ReactNode {
  const shown = withoutEntities(text);
  if (!linksAddresses) return shown;
  return linkAddresses(shown).map((part) =>
    'text' in part ? part.text : <SafeLink key={part.address} address={part.address} />,
  );
}

function drawn(node: MrkdwnNode, linksAddresses: boolean): ReactNode {
  const inside = (nodes: MrkdwnNode[]): ReactNode => drawAll(nodes, linksAddresses);
  switch (node.type) {
    case NodeType.Text:
      return plain(node.text, linksAddresses);
    case NodeType.Bold:
      return <strong>{inside(node.children)}</strong>;
    case NodeType.Italic:
      return <em>{inside(node.children)}</em>;
    case NodeType.Strike:
      return <s>{inside(node.children)}</s>;
    case NodeType.Code:
      return <code>{withoutEntities(node.text)}</code>;
    case NodeType.PreText:
      return <pre>{withoutEntities(node.text).replace(/^\n|\n$/g, '')}</pre>;
    case NodeType.Quote:
      return <blockquote>{node.children.map(quoteLine)}</blockquote>;
    case NodeType.Emoji:
      return <Emoji name={node.name} skinTone={node.variation ?? ''} />;
    case NodeType.UserLink:
      return <UserMention id={node.userID} label={sourceOf(node.label)} />;
    case NodeType.ChannelLink:
      return <ChannelMention id={node.channelID} label={sourceOf(node.label)} />;
    case NodeType.URL:
      // `<b>` is no link but somebody's angle brackets.
      if (!URL.canParse(withoutEntities(node.url))) return withoutEntities(node.source);
      return (
        <SafeLink address={withoutEntities(node.url)}>
          {/* A link in a link: addresses in its words stay words. */}
          {node.label === undefined ? withoutEntities(node.url) : drawAll(node.label, false)}
        </SafeLink>
      );
    case NodeType.Command:
      return command(node);
    case NodeType.Root:
      return inside(node.children);
  }
}

/** The mark of each quoted line takes one space with it. */
function quoteLine(node: MrkdwnNode, index: number, all: MrkdwnNode[]): ReactNode {
  let shown = node;
  if (node.type === NodeType.Text) {
    const text = node.text.replaceAll(/^ /gm, '');
    shown = { ...node, text: index === all.length - 1 ? text.replace(/\n$/, '') : text };
  }
  return <Fragment key={index}>{drawn(shown, true)}</Fragment>;
}

function drawAll(nodes: MrkdwnNode[], linksAddresses: boolean): ReactNode {
  return nodes.map((node, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text have no other identity
    <Fragment key={index}>{drawn(node, linksAddresses)}</Fragment>
  ));
}

/** Text in Slack's mrkdwn. Whatever is no markup, HTML included, is shown as it is. */
export function Mrkdwn({ text, verbatim = false }: { text: string; verbatim?: boolean }) {
  const nodes = useMemo(() => parseMrkdwn(text), [text]);
  return <>{drawAll(nodes, !verbatim)}</>;
}
