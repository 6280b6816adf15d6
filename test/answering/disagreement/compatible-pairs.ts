import type { WrittenPair } from './claim-pairs.ts';

/** Two sources that may both be right, by why they do not disagree. */
export const compatible: Readonly<Record<string, readonly WrittenPair[]>> = {
  'different people or places': [
    ['Adults should take 10 mg daily.', 'Children should take 5 mg daily.'],
    [
      'Patients at high risk are telephoned within 24 hours.',
      'Patients at low risk are telephoned within 72 hours.',
    ],
    ['Women over 50 are invited every three years.', 'Men over 65 are invited every two years.'],
    [
      'Urgent referrals are triaged within two days.',
      'Routine referrals are triaged within ten days.',
    ],
    [
      'In Harrowfen the share taken to hospital was 19%.',
      'In Aldermoor the share taken to hospital was 31%.',
    ],
    ['Community staff may hold a passport.', 'Agency staff may not hold a passport.'],
    [
      'Hospital wards review their patients every day.',
      'Care homes review their patients every week.',
    ],
    [
      'People with type 1 diabetes are seen every six months.',
      'People with type 2 diabetes are seen every 12 months.',
    ],
    ['Inpatients are weighed every day.', 'Outpatients are weighed every month.'],
    ['Volunteers cannot hold a passport.', 'Employed nurses can hold a passport.'],
    ['Physiotherapy is available on Saturdays.', 'Physiotherapy is not available on Sundays.'],
    ['Heart failure admissions fell by 28%.', 'Stroke admissions fell by 12%.'],
    ['Nurses are paid for 12 weeks of sick leave.', 'Doctors are paid for 26 weeks of sick leave.'],
    ['The northern car attended 2,296 people.', 'The southern car attended 1,804 people.'],
    [
      { text: 'The dose is 5 mg a day.', quote: 'For children the dose is 5 mg a day.' },
      { text: 'The dose is 10 mg a day.', quote: 'For adults the dose is 10 mg a day.' },
    ],
    [
      'Oral antibiotics are continued for five days.',
      'Intravenous antibiotics are continued for seven days.',
    ],
  ],
  'different times': [
    [
      'In 2021 58% of people were taken to hospital.',
      'In 2023 19% of people were taken to hospital.',
    ],
    [
      { text: '64% of staff would recommend their team.', title: 'Staff survey 2021' },
      { text: '71% of staff would recommend their team.', title: 'Staff survey 2023' },
    ],
    ['In its first year the car cost £834,000.', 'In its second year the car cost £612,000.'],
    [
      'In March 312 patients were admitted to the virtual ward.',
      'In April 287 patients were admitted to the virtual ward.',
    ],
    [
      'By 2019 the pooled budget had reached £40 million.',
      'By 2024 the pooled budget had reached £65 million.',
    ],
    ['Before the change the wait was 18 weeks.', 'After the change the wait was 11 weeks.'],
    [
      'At the start the clinic saw 20 patients a week.',
      'At the end the clinic saw 45 patients a week.',
    ],
    [
      { text: 'Complaints rose.', title: 'Annual report 2022–23' },
      { text: 'Complaints fell.', title: 'Annual report 2023–24' },
    ],
    [
      {
        text: 'The hub carried out 4,100 scans.',
        quote: 'In 2022 the hub carried out 4,100 scans.',
      },
      {
        text: 'The hub carried out 6,800 scans.',
        quote: 'In 2024 the hub carried out 6,800 scans.',
      },
    ],
  ],
  'a rule and its exception': [
    [
      'Discharge summaries are sent within 24 hours.',
      'Where the ward is closed, discharge summaries are sent within 72 hours.',
    ],
    [
      'Visitors may not stay after 20:00.',
      'Visitors may stay after 20:00 when a patient is dying.',
    ],
    [
      'Records can be shared for direct care.',
      'Records cannot be shared for direct care if the patient has objected.',
    ],
    [
      'Referrals must be made by a doctor.',
      'Referrals for physiotherapy need not be made by a doctor.',
    ],
    ['Passports last 36 months.', 'For trainees, passports last 12 months.'],
    [
      'Results are sent to the practice.',
      'Results outstanding at discharge are not sent to the practice.',
    ],
    [
      'Patients should be weighed daily.',
      'Patients in the last days of life should not be weighed daily.',
    ],
    ['No charge is made.', 'A charge of £20 is made for missed appointments.'],
    [
      'Every patient is seen within two weeks, except those under 16.',
      'Patients under 16 are seen within one week.',
    ],
    ['Volunteers may drive patients home.', 'Volunteers may not drive patients home at night.'],
  ],
  'the same in other words': [
    ['Readmissions fell by a third.', 'Readmissions fell by one third in the pilot.'],
    ['The virtual ward reduced readmissions.', 'Readmissions were lower with the virtual ward.'],
    ['Summaries must arrive within 24 hours.', 'Summaries must arrive within one day.'],
    ['The plan must be reviewed every 12 months.', 'The plan must be reviewed every year.'],
    ['Faxes must not be used.', 'Faxes are no longer used.'],
    ['Agency staff cannot hold a passport.', 'Passports are not open to agency staff.'],
    ['The budget is £65m.', 'The budget amounts to £65 million.'],
    ['More than 60% of falls happen at home.', '62% of falls happen at home.'],
    ['About 2,300 people were attended by the car.', 'The car attended 2,296 people.'],
  ],
  'different things': [
    ['The car attended 2,296 people.', 'The car attended 437 care homes.'],
    ['The car cost £834,000.', 'The car saved £1.4 million.'],
    ['Readmissions within 30 days fell by 12%.', 'Readmissions within 90 days fell by 7%.'],
    ['Patients should be called within 72 hours.', 'Patients should be visited within two weeks.'],
    ['Emergency admissions fell.', 'Planned admissions rose.'],
    ['Mortality did not change.', 'Quality of life improved.'],
    [
      'The virtual ward did not increase the workload of practices.',
      'The virtual ward increased the workload of the community team.',
    ],
    ['Referrals rose by 12%.', 'Referrals rose between 2019 and 2021.'],
    [
      'Patients must be told of their discharge date.',
      'Patients may ask for a copy of the discharge plan.',
    ],
    ['The clinic is open five days a week.', 'The clinic is open from 8:00 to 18:00.'],
    ['Telephone follow-up may reduce readmissions.', 'Telephone follow-up reduced readmissions.'],
    ['The median wait was 11 weeks.', 'The mean wait was 14 weeks.'],
    ['The target for the four-hour wait is 95%.', 'Performance on the four-hour wait was 88%.'],
    [
      'Antibiotics should be reviewed within 48 hours.',
      'Antibiotics were reviewed within 60 hours.',
    ],
    ['The policy applies from April 2019.', 'The policy was agreed in March 2019.'],
    ['The wait fell from 18 weeks to 11 weeks.', 'The wait was 18 weeks.'],
  ],
};
