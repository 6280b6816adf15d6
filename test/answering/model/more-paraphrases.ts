import type { Paraphrase } from './paraphrases.ts';

const pairs: readonly (readonly [title: string, quote: string, ...claims: string[]])[] = [
  [
    'Fax in general practice',
    'Discharge summaries are no longer sent by fax.',
    'Sending discharge summaries by fax has stopped.',
    'Fax is not used any more to send discharge summaries.',
  ],
  [
    'Consent form for minor surgery',
    'A second signature is no longer required for minor procedures.',
    'A second signature stopped being required for minor procedures.',
    'Minor procedures do not need a second signature any more.',
  ],
  [
    'Safe discharge standard',
    'Patients must not be discharged without a written care plan.',
    'Patients may be discharged only with a written care plan.',
    'No patient is to be discharged without a written plan of care.',
  ],
  [
    'Visiting hours',
    'Visitors may not stay after 20:00 except when a patient is dying.',
    'Unless a patient is dying, visitors may not stay after 20:00.',
    'Visitors may stay after 20:00 only when a patient is dying.',
  ],
  [
    'Home oxygen',
    'It is not uncommon for patients to smoke while they use oxygen at home.',
    'It is common for patients to smoke while using oxygen at home.',
  ],
  [
    'Record sharing agreement',
    'Records cannot be opened unless the patient has given consent.',
    'Records can be opened only if the patient has consented.',
    'Without the consent of the patient, records cannot be opened.',
  ],
  [
    'Virtual ward for COPD',
    'The virtual ward did not increase the workload of practices.',
    'Practices saw no increase in workload from the virtual ward.',
    'The workload of practices was not increased by the virtual ward.',
  ],
  [
    'Anticoagulation clinic audit',
    'Few patients failed to attend the follow-up appointment.',
    'Few patients did not attend their follow-up appointment.',
  ],
  [
    'Night sitting service',
    'The service is unlikely to expand before 2027.',
    'The service is not likely to expand before 2027.',
  ],
  [
    'Care home support',
    'Care homes should not be charged for the visits of the pharmacist.',
    'The visits of the pharmacist should be free of charge for care homes.',
    'Care homes should not pay charges for pharmacist visits.',
  ],
  [
    'Diabetes shared clinic',
    'Average waiting time for the shared clinic fell from 14 weeks to 6 weeks.',
    'Waits for the shared clinic dropped on average from 14 weeks to 6.',
    'The average wait for the shared clinic came down to 6 weeks, from 14.',
  ],
  [
    'Crisis line evaluation',
    'Calls to the crisis line rose by 23% in the first six months.',
    'In its first six months, calls to the crisis line increased by 23%.',
  ],
  [
    'Staff survey',
    'Some practices reported that the new rota improved morale.',
    'A number of practices said that morale improved with the new rota.',
    'Morale improved with the new rota in some practices, they reported.',
  ],
  [
    'Staff survey of the district',
    'Most community nurses would recommend the shared record to a colleague.',
    'The majority of community nurses would recommend the shared record to colleagues.',
  ],
  [
    'Hospital at home',
    'Hospital at home may reduce the length of stay for frail older people.',
    'For frail older people, hospital at home could shorten the length of stay.',
    'Length of stay may be reduced by hospital at home for older people who are frail.',
  ],
  [
    'Antibiotic guidance',
    'Prescribers should review intravenous antibiotics within 48 hours.',
    'Intravenous antibiotics should be reviewed by prescribers within 48 hours.',
    'It is recommended that prescribers review intravenous antibiotics within 48 hours.',
  ],
  [
    'Incident reporting policy',
    'Staff must report every serious incident to the duty manager within one hour.',
    'Every serious incident must be reported to the duty manager within one hour.',
    'Staff are required to report each serious incident to the duty manager within an hour.',
  ],
  [
    'Continuity of care study',
    'Higher continuity of care was associated with fewer emergency admissions.',
    'Emergency admissions were fewer where continuity of care was higher.',
    'There was a link between higher continuity of care and fewer emergency admissions.',
  ],
  [
    'Loneliness and health',
    'Loneliness is linked to a higher risk of dementia in older adults.',
    'In older adults, loneliness is associated with higher risk of dementia.',
  ],
  [
    'Cancellation audit',
    'Operations were cancelled mainly because beds were not available.',
    'The main reason that operations were cancelled was that no beds were available.',
    'Most of the time, operations were cancelled because no beds were available.',
  ],
  [
    'Pooled budget agreement',
    'The council holds the pooled budget and the partnership board decides how it is spent.',
    'The pooled budget is held by the council, and the partnership board decides on spending.',
  ],
  [
    'Vaccination plan',
    'At least 80% of care home staff should be vaccinated by the end of November.',
    'By the end of November, at least 80% of care home staff should be vaccinated.',
  ],
  [
    'Waiting list rules',
    'No patient waits more than 18 weeks for a first appointment.',
    'Patients wait at most 18 weeks for a first appointment.',
    'Nobody waits over 18 weeks for their first appointment.',
  ],
  [
    'Information sharing protocol',
    'Not only GPs but also community pharmacists can see the shared record.',
    'The shared record can be seen by GPs as well as by community pharmacists.',
  ],
  [
    'Therapy at weekends',
    'Physiotherapy is available on Saturdays but not on Sundays.',
    'On Saturdays physiotherapy is available, on Sundays it is not.',
    'Physiotherapy can be had on Saturdays, though not on Sundays.',
  ],
  [
    'Referral review',
    'Referrals are returned to the practice when information is missing.',
    'A referral that lacks information is returned to the practice.',
    'When a referral has information missing, it is sent back to the practice.',
  ],
  [
    'Translation service',
    'Family members should never be used as interpreters for consent.',
    'Relatives should not interpret when consent is taken.',
    'Family members should not act as interpreters for consent.',
  ],
  [
    'Bank staff handbook',
    'Bank staff are not entitled to sick pay in their first 12 weeks.',
    'In the first 12 weeks, bank staff have no entitlement to sick pay.',
  ],
  [
    'Screening in learning disability',
    'Annual health checks found untreated conditions in 51% of people with a learning disability.',
    'Among people with a learning disability, annual health checks found untreated conditions in 51%.',
  ],
];

/** Statements as a careful reader would make them, many of what is denied, allowed or limited. */
export const moreParaphrases: readonly Paraphrase[] = pairs.flatMap(([title, quote, ...claims]) =>
  claims.map((claim) => ({ title, quote, claim })),
);
