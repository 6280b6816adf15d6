import { createContext } from 'react';

/** `performance.now()` at the moment when the workspace's clock was read last. */
export const clockReadAtContext = createContext(0);
