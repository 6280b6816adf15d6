/** Questions offered to people who have not asked one yet; the manifest lists the same. */
export const exampleQuestions: readonly { title: string; message: string }[] = [
  {
    title: 'Our common values',
    message: 'What are the common values of the partnership?',
  },
  {
    title: 'Judging success',
    message: 'How should we judge whether joint working is succeeding?',
  },
  {
    title: 'Shared records',
    message: 'What can a community pharmacist see in the shared record?',
  },
  {
    title: 'Discharge summaries',
    message: 'What did the autumn 2018 discharge audit find?',
  },
];
