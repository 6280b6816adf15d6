import { isAddress } from '../is-address.ts';
import type { SessionMaterials } from '../notice.ts';

/** What a card has room for. */
export const mostMaterials = { links: 5, publications: 5, note: 500, title: 100, address: 400 };

/** What is wrong with materials, for whoever attaches them; empty when nothing is. */
export function checkMaterials(materials: SessionMaterials | undefined): string[] {
  if (materials === undefined) return [];
  const { links, publications, note } = materials;
  const most = mostMaterials;
  const rules: [boolean, string][] = [
    [links.length <= most.links, `There are ${most.links} links at most.`],
    [links.every(({ url }) => isAddress(url)), 'Each link begins with https://.'],
    [
      links.every(({ url }) => url.length <= most.address),
      `A link has ${most.address} characters at most.`,
    ],
    [
      links.every(({ title }) => title.length <= most.title),
      `What a link is called has ${most.title} characters at most.`,
    ],
    [
      publications.length <= most.publications,
      `There are ${most.publications} publications at most.`,
    ],
    [note.length <= most.note, `A note has ${most.note} characters at most.`],
  ];
  return rules.filter(([isRight]) => !isRight).map(([, text]) => text);
}
