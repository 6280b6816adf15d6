import type { Distorted } from './distorted-claims.ts';

/** As the honest ones, each wrong in one way. */
export const unseenDistorted: readonly Distorted[] = [
  [
    'Carers were offered a health check of their own once a year.',
    'Carers were offered a health check of their own once a month.',
  ],
  [
    'Carers were offered a health check of their own once a year.',
    'All carers had a health check of their own once a year.',
  ],
  [
    'The audit found that one in five letters reached the practice after more than two weeks.',
    'The audit found that one in five letters reached the practice within two weeks.',
  ],
  [
    'The audit found that one in five letters reached the practice after more than two weeks.',
    'The audit found that letters reached the practice after more than two weeks.',
  ],
  [
    'Parking is free for patients who come for dialysis.',
    'Parking is free for patients and visitors.',
  ],
  [
    'Parking is free for patients who come for dialysis.',
    'Parking is not free for patients who come for dialysis.',
  ],
  [
    'No practice has left the federation since it was formed.',
    'One practice has left the federation since it was formed.',
  ],
  [
    'No practice has left the federation since it was formed.',
    'Practices have left the federation since it was formed.',
  ],
  [
    'Patients who miss two appointments should not be removed from the list without a telephone call.',
    'Patients who miss two appointments should be removed from the list.',
  ],
  [
    'Patients who miss two appointments should not be removed from the list without a telephone call.',
    'Patients who miss two appointments must not be removed from the list.',
  ],
  [
    'Nurses may prescribe from the agreed list after the training.',
    'Nurses may prescribe from the agreed list before the training.',
  ],
  [
    'Nurses may prescribe from the agreed list after the training.',
    'Nurses must prescribe from the agreed list after the training.',
  ],
  [
    'The scheme was not extended because the evaluation was inconclusive.',
    'The scheme was extended because the evaluation was conclusive.',
  ],
  [
    'The scheme was not extended because the evaluation was inconclusive.',
    'The scheme was not extended because of corruption.',
  ],
  [
    'Interpreters must be booked at least three days before the appointment.',
    'Interpreters must be booked at most three days before the appointment.',
  ],
  [
    'Interpreters must be booked at least three days before the appointment.',
    'Interpreters must be booked at least three weeks before the appointment.',
  ],
  [
    'Half of the calls came outside working hours.',
    'Most of the calls came outside working hours.',
  ],
  [
    'The hub takes referrals from GPs, paramedics and social workers.',
    'The hub takes referrals only from GPs.',
  ],
  [
    'The hub takes referrals from GPs, paramedics and social workers.',
    'The hub takes referrals from GPs, paramedics, social workers and dentists.',
  ],
  [
    'The hub takes referrals from GPs, paramedics and social workers.',
    'The hub refuses referrals from GPs.',
  ],
  [
    'Falls were less frequent on wards with a daily exercise class, but the study was small.',
    'A daily exercise class prevents falls on wards.',
  ],
  [
    'Falls were less frequent on wards with a daily exercise class, but the study was small.',
    'Falls were more frequent on wards with a daily exercise class.',
  ],
  [
    'Trusts are expected to publish their waiting times each quarter.',
    'Trusts must publish their waiting times each quarter.',
  ],
  [
    'Trusts are expected to publish their waiting times each quarter.',
    'Trusts publish their waiting times each quarter.',
  ],
  [
    'The pharmacist changed or stopped a medicine for 46% of residents.',
    'The pharmacist changed or stopped a medicine for 64% of residents.',
  ],
  [
    'The pharmacist changed or stopped a medicine for 46% of residents.',
    'The pharmacist changed or stopped a medicine and saved lives of 46% of residents.',
  ],
  [
    'Nothing in the agreement changes the legal duties of the partners.',
    'The agreement changes the legal duties of the partners.',
  ],
  [
    'Outcomes were similar whether patients were seen by video or in person.',
    'Outcomes were better when patients were seen in person.',
  ],
  [
    'Only staff who have finished the training may open the shared record.',
    'Staff may open the shared record.',
  ],
  [
    'The cost of the beds was met by the council until March 2024.',
    'The cost of the beds was met by the council from March 2024.',
  ],
  [
    'The evaluation could not show that the service saved money.',
    'The evaluation could show that the service saved money.',
  ],
  ['The evaluation could not show that the service saved money.', 'The service saved money.'],
  [
    'Blood tests are done on the same day in three of the five localities.',
    'Blood tests are done on the same day in all localities.',
  ],
  [
    'Admissions from care homes fell by 17% while those from private homes did not change.',
    'Admissions from private homes fell by 17% while those from care homes did not change.',
  ],
  [
    'Admissions from care homes fell by 17% while those from private homes did not change.',
    'Admissions from care homes fell to 17%.',
  ],
  [
    'Early discharge is not suitable for patients who live alone without support.',
    'Early discharge is suitable for patients who live alone without support.',
  ],
  [
    'Early discharge is not suitable for patients who live alone without support.',
    'Early discharge is not suitable for patients.',
  ],
  [
    'Weight should be recorded at every visit, ideally on the same scales.',
    'Weight and blood glucose should be recorded at every visit.',
  ],
  [
    'Six of the eight practices kept the new appointment system.',
    'The practices kept the new appointment system.',
  ],
  [
    'Joint clinics reduced the number of repeated tests by a third.',
    'Joint clinics increased the number of repeated tests by a third.',
  ],
];
