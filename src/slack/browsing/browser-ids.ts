/** Action ids of the library browser; those of what is entered are the ids of their blocks, too. */
export const browserActions = {
  /** Opens it, from App Home; also the callback id of the modal. */
  open: 'library-browse',
  search: 'library-search',
  kind: 'library-kind',
  /** The value of each is the page to be shown, from 0. */
  previous: 'library-previous',
  next: 'library-next',
  /** The value is a publication's id. */
  details: 'library-details',
} as const;

/** The choice of kinds that leaves none out. */
export const anyKind = 'any';
