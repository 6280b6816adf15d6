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
  [
    'Under section 136 a person may be kept in a place of safety for at most 24 hours; before 11 December 2017 the limit was 72 hours.',
    'Under section 136 a person may be kept in a place of safety for at least 24 hours.',
  ],
  [
    'Under section 136 a person may be kept in a place of safety for at most 24 hours; before 11 December 2017 the limit was 72 hours.',
    'Under section 136 a person may now be kept in a place of safety for 72 hours.',
  ],
  [
    'A doctor may extend the 24 hours by up to 12 where the state of the person makes it necessary.',
    'A doctor must extend the 24 hours by 12.',
  ],
  [
    'Nobody is turned away for having drunk alcohol, unless they are violent.',
    'Nobody is turned away for having drunk alcohol.',
  ],
  [
    'Nobody is turned away for having drunk alcohol, unless they are violent.',
    'People who have drunk alcohol are turned away.',
  ],
  [
    'Anyone who has had two crises in a year is offered a crisis plan of one page.',
    'Anyone who has had two crises in a year receives a crisis plan and a nurse of their own.',
  ],
  ['Uses of section 136 fell by 40%.', 'Uses of section 136 fell to 40%.'],
  ['Uses of section 136 fell by 40%.', 'The crisis line reduced uses of section 136 by 40%.'],
  [
    'In 71% of cases in which officers rang first, they did not detain the person.',
    'In 71% of cases officers detained the person.',
  ],
  ['Attendances by people under 18 did not fall.', 'Attendances by people under 18 fell.'],
  ['Attendances by people under 18 did not fall.', 'Attendances by people over 18 did not fall.'],
  [
    'We interviewed 42 people who had used the line. Most praised that the same voice rang back.',
    'All 42 people interviewed praised that the same voice rang back.',
  ],
  [
    'Recruitment took 14 months; the line opened with 60% of its nurses and had no cover between 2:00 and 6:00 until September 2021.',
    'The line had no cover between 2:00 and 6:00 from September 2021.',
  ],
  [
    'It does not include planned surgery, cancer treatment or housing benefit.',
    'It includes planned surgery, cancer treatment and housing benefit.',
  ],
  [
    'The partners signed the five outcomes in November 2019, four months before they agreed on the sums.',
    'The partners signed the five outcomes in November 2019, four months after they agreed on the sums.',
  ],
  [
    'No partner can lose more than 2% of its contribution in a year.',
    'Each partner loses 2% of its contribution in a year.',
  ],
  [
    'Spending of up to \u00a3250,000 is decided by the joint manager, above it by the board of four, in which each partner has one vote.',
    'Spending of more than \u00a3250,000 is decided by the joint manager.',
  ],
  [
    'A decision that moves more than \u00a31 million between partners must be unanimous.',
    'A decision that moves more than \u00a31 million between partners should be unanimous.',
  ],
  [
    'A decision that moves more than \u00a31 million between partners must be unanimous.',
    'All decisions of the partners must be unanimous.',
  ],
];
