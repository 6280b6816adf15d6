import type { Distorted } from './distorted-claims.ts';

/**
 * Written when the checks were made, but without a look at what they do with them: a measure of what
 * they do with claims they do not know.
 */
export const unseenHonest: readonly Distorted[] = [
  [
    'Carers were offered a health check of their own once a year.',
    'Every year, carers were offered their own health check.',
  ],
  [
    'The team holds a short meeting each morning to plan the visits of the day.',
    'Visits are planned in a short team meeting every morning.',
  ],
  [
    'The audit found that one in five letters reached the practice after more than two weeks.',
    'According to the audit, one in five letters took more than two weeks to reach the practice.',
  ],
  [
    'Parking is free for patients who come for dialysis.',
    'Dialysis patients do not pay for parking.',
  ],
  [
    'No practice has left the federation since it was formed.',
    'Since the federation was formed, no practice has left it.',
  ],
  [
    'The board meets in public every two months and publishes its papers a week before.',
    'Every two months the board meets in public, with papers published a week in advance.',
  ],
  [
    'Patients who miss two appointments should not be removed from the list without a telephone call.',
    'Before patients who miss two appointments are removed from the list, they should be telephoned.',
  ],
  [
    'Nurses may prescribe from the agreed list after the training.',
    'After training, nurses can prescribe from the agreed list.',
  ],
  [
    'The scheme was not extended because the evaluation was inconclusive.',
    'An inconclusive evaluation meant that the scheme was not extended.',
  ],
  [
    'Interpreters must be booked at least three days before the appointment.',
    'Interpreters have to be booked three days or more ahead of an appointment.',
  ],
  ['Half of the calls came outside working hours.', 'Half of all calls were made out of hours.'],
  [
    'The hub takes referrals from GPs, paramedics and social workers.',
    'GPs, paramedics and social workers can refer to the hub.',
  ],
  [
    'Falls were less frequent on wards with a daily exercise class, but the study was small.',
    'In a small study, wards with a daily exercise class had less frequent falls.',
  ],
  [
    'Trusts are expected to publish their waiting times each quarter.',
    'Trusts should publish waiting times every quarter.',
  ],
  [
    'The pharmacist changed or stopped a medicine for 46% of residents.',
    'For 46% of residents, the pharmacist changed or stopped a medicine.',
  ],
  [
    'Social workers were moved into the practices in April 2021, two days a week.',
    'From April 2021, social workers worked in the practices on two days a week.',
  ],
  [
    'Nothing in the agreement changes the legal duties of the partners.',
    'The agreement does not change the partners\u2019 legal duties.',
  ],
  [
    'Outcomes were similar whether patients were seen by video or in person.',
    'Whether patients were seen in person or by video, outcomes were similar.',
  ],
  [
    'Only staff who have finished the training may open the shared record.',
    'The shared record may be opened only by staff who have finished their training.',
  ],
  [
    'The cost of the beds was met by the council until March 2024.',
    'Until March 2024 the council paid for the beds.',
  ],
  [
    'Patients told us that they did not know whom to call at night.',
    'Patients said they did not know who to call at night.',
  ],
  [
    'The evaluation could not show that the service saved money.',
    'It could not be shown that the service saved money.',
  ],
  [
    'Blood tests are done on the same day in three of the five localities.',
    'Three of five localities do blood tests on the same day.',
  ],
  [
    'The lead partner reports to the board and may be replaced by a vote of two thirds.',
    'A vote of two thirds may replace the lead partner.',
  ],
  [
    'Admissions from care homes fell by 17% while those from private homes did not change.',
    'Admissions fell by 17% for care homes and did not change for private homes.',
  ],
  [
    'Early discharge is not suitable for patients who live alone without support.',
    'Patients who live alone without support are not suitable for early discharge.',
  ],
  [
    'Weight should be recorded at every visit, ideally on the same scales.',
    'At each visit weight should be recorded, if possible on the same scales.',
  ],
  [
    'Six of the eight practices kept the new appointment system.',
    'The new appointment system was kept by six of eight practices.',
  ],
  [
    'A complaint is acknowledged within three working days and answered within 40.',
    'Complaints are acknowledged within three working days.',
  ],
  [
    'Joint clinics reduced the number of repeated tests by a third.',
    'Repeated tests were cut by a third through joint clinics.',
  ],
];
