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
    title: 'Leaving hospital',
    message: 'What makes leaving hospital safer for older people?',
  },
  {
    title: 'Sharing records',
    message: 'What do the case studies say about sharing records between practices and hospitals?',
  },
];
