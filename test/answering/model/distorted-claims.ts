import { distortedMeanings } from './distorted-meanings.ts';

/** A quote, and what it does not say. */
export type Distorted = readonly [quote: string, claim: string];

const stay = 'The average length of stay fell from 9.2 days in 2019 to 6.4 days in 2023.';
const cost = 'The service cost £412,000 in its second year and saw 1,840 people.';
const visits = 'A community nurse visits within 72 hours of discharge on weekdays.';
const checks = 'Annual checks were completed for 64% of patients by 31 March 2022.';
const vaccination = 'At least 80% of care home staff should be vaccinated by the end of November.';
const fewer = 'Practices with a pharmacist had 12% fewer prescribing errors than the others.';
const waits = 'Waiting times for physiotherapy shortened after the change of rota.';
const survey = 'Staff in Merrowdale were more satisfied than staff in Northmere.';
const board = 'Northmere Hospital hosts the team and Valley Council employs its social workers.';
const guideline = 'NICE recommends an annual review of medicines for people over 75.';

/** Statements that a quote does not support, each wrong in one way and else close to its words. */
export const distortedClaims: Readonly<Record<string, readonly Distorted[]>> = {
  figures: [
    [stay, 'The average length of stay fell from 9.2 days in 2019 to 4.6 days in 2023.'],
    [stay, 'The average length of stay fell to 6.4 days by 2021.'],
    [stay, 'The average length of stay fell by half between 2019 and 2023.'],
    [stay, 'The average length of stay fell from 9.2 weeks in 2019 to 6.4 weeks in 2023.'],
    [stay, 'The length of stay fell by 6.4 days between 2019 and 2023.'],
    [cost, 'The service cost £412 million in its second year.'],
    [cost, 'The service cost $412,000 in its second year.'],
    [cost, 'The service cost £412,000 in its third year.'],
    [cost, 'The service saw 1,480 people in its second year.'],
    [cost, 'The service cost £412,000 for each of the 1,840 people.'],
    [visits, 'A community nurse visits within 72 minutes of discharge.'],
    [visits, 'A community nurse visits within three hours of discharge.'],
    [visits, 'Two community nurses visit within 72 hours of discharge.'],
    [checks, 'Annual checks were completed for 64 patients by 31 March 2022.'],
    [checks, 'Annual checks were completed for 64% of patients by 31 May 2022.'],
    [checks, 'Annual checks were completed for two thirds of patients by March 2022.'],
    [checks, 'Annual checks were completed for 6.4% of patients by 31 March 2022.'],
    [fewer, 'Practices with a pharmacist had twelve times fewer prescribing errors.'],
  ],
  direction: [
    [stay, 'The average length of stay rose from 9.2 days in 2019 to 6.4 days in 2023.'],
    [stay, 'The average length of stay fell from 6.4 days to 9.2 days.'],
    [stay, 'Between 2019 and 2023 the average length of stay got longer.'],
    [stay, 'The average length of stay was 6.4 days in 2019 and 9.2 days in 2023.'],
    [vaccination, 'At most 80% of care home staff should be vaccinated by the end of November.'],
    [vaccination, 'Up to 80% of care home staff should be vaccinated by the end of November.'],
    [
      vaccination,
      'At least 80% of care home staff should be vaccinated after the end of November.',
    ],
    [fewer, 'Practices with a pharmacist had 12% more prescribing errors than the others.'],
    [fewer, 'Practices without a pharmacist had 12% fewer prescribing errors.'],
    [waits, 'Waiting times for physiotherapy lengthened after the change of rota.'],
    [waits, 'Waiting times for physiotherapy shortened before the change of rota.'],
    [waits, 'Waiting times for physiotherapy worsened after the change of rota.'],
    [visits, 'A community nurse visits 72 hours before discharge on weekdays.'],
    [survey, 'Staff in Merrowdale were less satisfied than staff in Northmere.'],
    [survey, 'Staff in Northmere were more satisfied than staff in Merrowdale.'],
    ['No patient waits more than 18 weeks.', 'Patients wait more than 18 weeks.'],
    ['No patient waits more than 18 weeks.', 'Patients wait at least 18 weeks.'],
    [
      'Reviews are done within 24 hours of a fall.',
      'Reviews are done more than 24 hours after a fall.',
    ],
  ],
  names: [
    [board, 'Southmere Hospital hosts the team.'],
    [board, 'Northmere Council employs the social workers of the team.'],
    [board, 'Valley Council hosts the team and Northmere Hospital employs its social workers.'],
    [board, 'Northmere Hospital hosts the team, which Merrowdale Council pays.'],
    [board, 'Northmere Hospital hosts the team together with the Red Cross.'],
    [guideline, 'The WHO recommends an annual review of medicines for people over 75.'],
    [guideline, 'NHSE recommends an annual review of medicines for people over 75.'],
    [guideline, 'NICE and the RCGP recommend an annual review of medicines for people over 75.'],
    [survey, 'Staff in Merrowdale were more satisfied than staff in Leeds.'],
    [survey, 'Staff in Westmere were more satisfied than staff in Northmere.'],
    ['Dr Patel chairs the board and Ms Owen is its clerk.', 'Dr Owen chairs the board.'],
    ['Dr Patel chairs the board and Ms Owen is its clerk.', 'Dr Singh chairs the board.'],
  ],
  ...distortedMeanings,
};
