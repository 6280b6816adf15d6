/** Lines of one paragraph, as they stand in a column. */
export const sentences = [
  'Patients who leave hospital need a plan that',
  'their general practice can follow from the',
  'first day. The plan names the medicines, the',
  'tests that are still to come and the person',
  'who answers questions. It is written with the',
  'patient before they leave, and it is sent to',
  'the practice within a day of the discharge.',
];
