const promise =
  'A file is read for its summary only. It is not kept, and does not come into the library.';
const withModel =
  'The language model is given its text: without email addresses, NHS numbers and the like, but with the names in it.';

/**
 * What people are told before a file of theirs is read.
 *
 * @param hasModel whether a language model summarises.
 */
export function filePromise(hasModel: boolean): string {
  return hasModel ? `${promise} ${withModel}` : promise;
}
