import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { PageClient } from './client/page-client.ts';
import { PageProvider } from './client/page-provider.tsx';
import { showTheme, storedTheme } from './shell/use-theme.ts';
import { Waiting } from './shell/waiting.tsx';
import { installStyles } from './styles/install-styles.ts';
import { sheets } from './styles/sheets.ts';

const personKey = 'person';
/** A page that is refused sooner than this after loading would be refused again. */
const settledMs = 3_000;

/** `?person=` in the address, so that two windows can be two people; or whoever it was last time. */
const firstPerson =
  new URLSearchParams(location.search).get(personKey) ?? localStorage.getItem(personKey);

installStyles(sheets);
showTheme(storedTheme());

const client = new PageClient(firstPerson, () => {
  if (performance.now() > settledMs) location.reload();
});
let shown: string | undefined;
client.subscribe(() => {
  const { page } = client.snapshot();
  if (page === null || page.me === shown) return;
  shown = page.me;
  const handle = page.people.find(({ id }) => id === shown)?.name ?? shown;
  localStorage.setItem(personKey, handle);
  const address = new URL(location.href);
  if (!address.searchParams.has(personKey)) return;
  address.searchParams.set(personKey, handle);
  history.replaceState(history.state, '', address);
});
client.open();

const root = document.querySelector('#root');
if (root === null) throw new Error('the document has no #root');
createRoot(root).render(
  <PageProvider client={client} waiting={<Waiting />}>
    <App />
  </PageProvider>,
);
