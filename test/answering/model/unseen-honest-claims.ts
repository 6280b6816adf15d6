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
  [
    'The emergency department saw 2,870 people in mental health crisis that year, and 34% of them waited longer than 12 hours.',
    'Of the 2,870 people in mental health crisis seen by the emergency department, 34% waited more than 12 hours.',
  ],
  [
    'Under section 136 a person may be kept in a place of safety for at most 24 hours; before 11 December 2017 the limit was 72 hours.',
    'A person may be held in a place of safety under section 136 for up to 24 hours.',
  ],
  [
    'Under section 136 a person may be kept in a place of safety for at most 24 hours; before 11 December 2017 the limit was 72 hours.',
    'Before 11 December 2017, the limit under section 136 was 72 hours; it is now 24 hours.',
  ],
  [
    'A doctor may extend the 24 hours by up to 12 where the state of the person makes it necessary.',
    'A doctor can extend the 24 hours by up to 12 hours if the person\u2019s condition makes it necessary.',
  ],
  [
    'From March 2021 a telephone line staffed by mental health nurses has answered day and night for everyone, with no referral.',
    'Since March 2021, mental health nurses have staffed a telephone line that is open to everyone day and night without a referral.',
  ],
  [
    'GPs, ambulance crews and police officers have a separate number that is answered within 60 seconds.',
    'Professionals such as GPs, ambulance crews and police officers have a separate number answered within 60 seconds.',
  ],
  [
    'Nobody is turned away for having drunk alcohol, unless they are violent.',
    'People who have drunk alcohol are not turned away unless they are violent.',
  ],
  [
    'Anyone who has had two crises in a year is offered a crisis plan of one page.',
    'People with two crises in a year are offered a one-page crisis plan.',
  ],
  [
    'Everyone who called in crisis is telephoned again within 48 hours by the nurse who spoke with them.',
    'Everyone who calls in crisis gets a follow-up call within 48 hours from the nurse they spoke with.',
  ],
  ['Uses of section 136 fell by 40%.', 'Use of section 136 by the police dropped by 40%.'],
  [
    'In 71% of cases in which officers rang first, they did not detain the person.',
    'When officers rang the line first, they did not detain the person in 71% of cases.',
  ],
  [
    'Attendances by people under 18 did not fall.',
    'There was no fall in attendances by under-18s.',
  ],
  [
    'The line had not been made known in schools, and its staff had no training with adolescents.',
    'The line was not publicised in schools and its staff lacked training with adolescents.',
  ],
  [
    'We interviewed 42 people who had used the line. Most praised that the same voice rang back.',
    'Most of the 42 people interviewed praised the fact that the same person rang back.',
  ],
  [
    'The line and the house cost \u00a32.9 million a year, of which \u00a31.7 million is new money.',
    'The line and the house cost \u00a32.9 million per year, including \u00a31.7 million of new money.',
  ],
  [
    'Recruitment took 14 months; the line opened with 60% of its nurses and had no cover between 2:00 and 6:00 until September 2021.',
    'Until September 2021 there was no cover between 2:00 and 6:00.',
  ],
  [
    'Do not measure the number of calls as success.',
    'The number of calls should not be used as a measure of success.',
  ],
  [
    'The Better Care Fund has required such pooling in every area since April 2015; in its first year, 2015/16, the national minimum was \u00a33.8 billion.',
    'The Better Care Fund has required pooled budgets in every area since April 2015.',
  ],
  [
    'From April 2020 four partners in Merrowdale put their money for people aged 75 and over into one budget: the commissioner, the hospital, the community trust and the council\u2019s adult social care.',
    'Four partners in Merrowdale pooled their money for people aged 75 and over from April 2020.',
  ],
  [
    'It does not include planned surgery, cancer treatment or housing benefit.',
    'Planned surgery, cancer treatment and housing benefit are excluded from the pooled budget.',
  ],
  [
    'The partners signed the five outcomes in November 2019, four months before they agreed on the sums.',
    'The partners agreed the five outcomes in November 2019, four months before agreeing the sums.',
  ],
  [
    'No partner can lose more than 2% of its contribution in a year.',
    'A partner\u2019s loss is capped at 2% of its contribution in a year.',
  ],
  [
    'Spending of up to \u00a3250,000 is decided by the joint manager, above it by the board of four, in which each partner has one vote.',
    'The joint manager decides on spending up to \u00a3250,000; larger sums go to the board of four.',
  ],
  [
    'A decision that moves more than \u00a31 million between partners must be unanimous.',
    'Decisions that move over \u00a31 million between partners must be unanimous.',
  ],
];
