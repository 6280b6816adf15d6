import { useCallback, useState } from 'react';

export type Theme = 'system' | 'light' | 'dark';

const key = 'theme';

const isTheme = (value: string | null): value is Theme =>
  value === 'system' || value === 'light' || value === 'dark';

/** What was chosen before; `system` when nothing was. */
export function storedTheme(): Theme {
  const value = localStorage.getItem(key);
  return isTheme(value) ? value : 'system';
}

/** Colours the document; `system` leaves it to `prefers-color-scheme`. */
export function showTheme(theme: Theme): void {
  document.documentElement.dataset.theme = theme;
}

/** The chosen theme, and how to choose another; kept for the next visit. */
export function useTheme(): [Theme, (theme: Theme) => void] {
  const [theme, setTheme] = useState(storedTheme);
  const choose = useCallback((chosen: Theme) => {
    localStorage.setItem(key, chosen);
    showTheme(chosen);
    setTheme(chosen);
  }, []);
  return [theme, choose];
}
