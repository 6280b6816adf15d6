/** Makes ids of events unique in the world; ids of notices are so by themselves. */
export const calendarDomain = 'concord';
