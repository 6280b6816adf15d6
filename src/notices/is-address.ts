/** Whether people can be sent there: an absolute https address that carries no name or password. */
export function isAddress(link: string): boolean {
  const url = URL.parse(link);
  return url !== null && url.protocol === 'https:' && url.username === '' && url.password === '';
}
