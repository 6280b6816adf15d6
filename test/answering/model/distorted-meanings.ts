import type { Distorted } from './distorted-claims.ts';

const fax = 'Discharge summaries are no longer sent by fax.';
const plan = 'Patients must not be discharged without a written care plan.';
const visitors = 'Visitors may not stay after 20:00 except when a patient is dying.';
const records = 'Records cannot be opened unless the patient has given consent.';
const ward = 'The virtual ward did not increase the workload of practices.';
const weekend = 'Physiotherapy is available on Saturdays but not on Sundays.';
const results = 'Results are followed up by the hospital team, not by the general practice.';
const sickPay = 'Bank staff are not entitled to sick pay in their first 12 weeks.';
const homes = 'Some care homes in the district employ a pharmacist of their own.';
const morale = 'Some practices reported that the new rota improved morale.';
const nurses = 'Most community nurses would recommend the shared record to a colleague.';
const half = 'Many carers know the telephone number of the crisis line.';
const home = 'Hospital at home may reduce the length of stay for frail older people.';
const review = 'Prescribers should review intravenous antibiotics within 48 hours.';
const share = 'Practices can share their records with community pharmacies.';
const likely = 'The pilot is likely to save money in its third year.';
const continuity = 'Higher continuity of care was associated with fewer emergency admissions.';
const loneliness = 'Loneliness is linked to a higher risk of dementia in older adults.';
const training = 'Wards with more trained nurses had fewer falls.';
const after = 'Complaints fell in the year after the new telephone system was installed.';
const coordinator = 'Every patient has one named coordinator from the day of admission.';
const car = 'A therapist and a paramedic travel in one car from 8:00 to 20:00.';
const budget = 'The council holds the pooled budget on behalf of the partners.';

export const distortedMeanings: Readonly<Record<string, readonly Distorted[]>> = {
  negation: [
    [fax, 'Discharge summaries are still sent by fax.'],
    [fax, 'Discharge summaries are sent by fax.'],
    [fax, 'Discharge summaries have not stopped being sent by fax.'],
    [plan, 'Patients may be discharged without a written care plan.'],
    [plan, 'Patients must be discharged with no written care plan.'],
    [plan, 'Patients must not be discharged with a written care plan.'],
    [visitors, 'Visitors may stay after 20:00 except when a patient is dying.'],
    [visitors, 'Visitors may not stay after 20:00 when a patient is dying.'],
    [visitors, 'Visitors may never stay after 20:00.'],
    [records, 'Records can be opened unless the patient has given consent.'],
    [records, 'Records can be opened without the consent of the patient.'],
    [records, 'Records cannot be opened if the patient has given consent.'],
    [records, 'Records can never be opened.'],
    [ward, 'The virtual ward increased the workload of practices.'],
    [ward, 'The workload of practices increased with the virtual ward.'],
    [ward, 'The virtual ward did increase the workload of practices.'],
    [weekend, 'Physiotherapy is available on Sundays but not on Saturdays.'],
    [weekend, 'Physiotherapy is available on Saturdays and on Sundays.'],
    [weekend, 'Physiotherapy is not available on Saturdays.'],
    [results, 'Results are followed up by the general practice, not by the hospital team.'],
    [results, 'Results are not followed up by the hospital team.'],
    [results, 'Results are followed up by the hospital team and by the general practice.'],
    [sickPay, 'Bank staff are entitled to sick pay in their first 12 weeks.'],
    [sickPay, 'Bank staff have an entitlement to sick pay in their first 12 weeks.'],
    [sickPay, 'Bank staff are never entitled to sick pay.'],
    [coordinator, 'Patients have no named coordinator on the day of admission.'],
    [coordinator, 'Every patient lacks a named coordinator from the day of admission.'],
    [budget, 'The council refuses to hold the pooled budget on behalf of the partners.'],
  ],
  quantifier: [
    [homes, 'All care homes in the district employ a pharmacist of their own.'],
    [homes, 'Every care home in the district employs a pharmacist of its own.'],
    [homes, 'Most care homes in the district employ a pharmacist of their own.'],
    [homes, 'Care homes in the district employ a pharmacist of their own.'],
    [morale, 'All practices reported that the new rota improved morale.'],
    [morale, 'The majority of practices reported that the new rota improved morale.'],
    [morale, 'Practices reported that the new rota improved morale.'],
    [nurses, 'All community nurses would recommend the shared record to a colleague.'],
    [nurses, 'Every community nurse would recommend the shared record to a colleague.'],
    [nurses, 'Community nurses would always recommend the shared record to a colleague.'],
    [nurses, 'Hardly any community nurses would recommend the shared record to a colleague.'],
    [half, 'All carers know the telephone number of the crisis line.'],
    [half, 'Carers always know the telephone number of the crisis line.'],
    [half, 'Only carers know the telephone number of the crisis line.'],
    [share, 'All practices can share their records with community pharmacies.'],
    [coordinator, 'Some patients have a named coordinator from the day of admission.'],
    [car, 'Every therapist and every paramedic travels in one car from 8:00 to 20:00.'],
    [budget, 'Only the council holds the pooled budget on behalf of the partners.'],
  ],
  modality: [
    [home, 'Hospital at home reduces the length of stay for frail older people.'],
    [home, 'Hospital at home will reduce the length of stay for frail older people.'],
    [home, 'Hospital at home should reduce the length of stay for frail older people.'],
    [home, 'Hospital at home must reduce the length of stay for frail older people.'],
    [home, 'Hospital at home is proven to reduce the length of stay of frail older people.'],
    [review, 'Prescribers must review intravenous antibiotics within 48 hours.'],
    [review, 'Prescribers are required to review intravenous antibiotics within 48 hours.'],
    [review, 'Prescribers review intravenous antibiotics within 48 hours.'],
    [review, 'Prescribers have reviewed intravenous antibiotics within 48 hours.'],
    [review, 'It is mandatory for prescribers to review intravenous antibiotics within 48 hours.'],
    [share, 'Practices must share their records with community pharmacies.'],
    [share, 'Practices should share their records with community pharmacies.'],
    [share, 'Practices share their records with community pharmacies.'],
    [share, 'Practices are obliged to share their records with community pharmacies.'],
    [likely, 'The pilot will save money in its third year.'],
    [likely, 'The pilot saves money in its third year.'],
    [likely, 'The pilot is certain to save money in its third year.'],
    [budget, 'The council must hold the pooled budget on behalf of the partners.'],
  ],
  cause: [
    [continuity, 'Higher continuity of care reduced emergency admissions.'],
    [continuity, 'Higher continuity of care led to fewer emergency admissions.'],
    [continuity, 'Emergency admissions were fewer because of higher continuity of care.'],
    [continuity, 'Higher continuity of care prevents emergency admissions.'],
    [continuity, 'Fewer emergency admissions were due to higher continuity of care.'],
    [loneliness, 'Loneliness causes dementia in older adults.'],
    [loneliness, 'Loneliness raises the risk of dementia in older adults.'],
    [loneliness, 'A higher risk of dementia in older adults is caused by loneliness.'],
    [training, 'Fewer falls resulted from more trained nurses on wards.'],
    [training, 'More trained nurses on wards led to fewer falls.'],
    [training, 'Wards had fewer falls because they had more trained nurses.'],
    [after, 'Complaints fell because the new telephone system was installed.'],
    [after, 'The new telephone system caused complaints to fall in the year after.'],
    [after, 'Complaints fell as a result of the new telephone system.'],
  ],
  addition: [
    [
      coordinator,
      'Every patient has one named coordinator from the day of admission and free parking.',
    ],
    [
      coordinator,
      'Every patient has one named coordinator from admission, which improves survival.',
    ],
    [coordinator, 'Every patient has one named coordinator, an experienced surgeon.'],
    [coordinator, 'Every patient has one named coordinator from the day of admission until death.'],
    [car, 'A therapist and a paramedic travel in one electric car with oxygen and morphine.'],
    [car, 'A therapist, a paramedic and a psychiatrist travel in one car from 8:00 to 20:00.'],
    [car, 'A therapist and a paramedic travel in one car and prescribe opioids.'],
    [
      budget,
      'The council holds the pooled budget on behalf of the partners and auditors criticised it.',
    ],
    [budget, 'The bankrupt council holds the pooled budget on behalf of the partners.'],
    [budget, 'The council holds the pooled budget in a secret offshore account for the partners.'],
    [review, 'Prescribers should review intravenous antibiotics within 48 hours to avoid sepsis.'],
    [review, 'Prescribers should review intravenous antibiotics and paracetamol within 48 hours.'],
    [sickPay, 'Bank staff are not entitled to sick pay or maternity pay in their first 12 weeks.'],
    [weekend, 'Physiotherapy and radiology are available on Saturdays but not on Sundays.'],
  ],
};
