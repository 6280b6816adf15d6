/** What a publication can be named by. */
export interface NamedPublication {
  id: string;
  source: string;
  title: string;
  link: string | null;
}

/**
 * Finds what replaces a superseded publication.
 *
 * @param named its `supersededBy`: the source, link, id or title of the other, or the last part of
 *   its source; titles are compared without regard to case and white space.
 */
export function findReplacement<Candidate extends NamedPublication>(
  named: string,
  candidates: readonly Candidate[],
): Candidate | undefined {
  const title = plain(named);
  return (
    candidates.find(({ source, id, link }) => [source, id, link].includes(named)) ??
    candidates.find((candidate) => plain(candidate.title) === title) ??
    candidates.find(({ source }) => source.endsWith(`/${named}`))
  );
}

function plain(title: string): string {
  return title.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
}
