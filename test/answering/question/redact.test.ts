import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isNhsNumber, redactIdentifiers } from '../../../src/answering/question/redact.ts';

const redact = (text: string): string => redactIdentifiers(text).text;

describe('taking identifiers out', () => {
  test.each([
    ['NHS number 943 476 5919', 'NHS number [NHS number]'],
    ['(9434765919)', '([NHS number])'],
    ['943-476-5919.', '[NHS number].'],
    ['write to ann.o-neil@trust.nhs.uk, please', 'write to [email address], please'],
    ['ring 020 7946 0958', 'ring [telephone number]'],
    ['ring (0161) 496 0000', 'ring [telephone number]'],
    ['ring 07700900123', 'ring [telephone number]'],
    ['ring +44 (0)20 7946 0958', 'ring [telephone number]'],
    ['lives in SW1A 1AA', 'lives in [postcode]'],
    ['lives in m11ae', 'lives in [postcode]'],
    ['born on 3rd March 1956', 'born on [date of birth]'],
    ['DOB: 03/03/1956', 'DOB: [date of birth]'],
    ['date of birth is 1956-03-03', 'date of birth is [date of birth]'],
    ['3 March 1956 (DOB)', '[date of birth] (DOB)'],
  ])('%s', (text, expected) => {
    expect(redact(text)).toBe(expected);
  });

  test.each([
    'The FTN has over 225 members and employs more than 630,000 staff (£65 billion).',
    'The notice is dated 6 October 2014, the policy 01/04/2019.',
    'She was born in 1956.',
    'The partnership was born of need; in 2014 it had 9,000 clinicians.',
    'Figure 9434765918 has no valid check digit.',
    'ISBN 0-306-40615-2 and 0.0123456789',
    'vitamin B12 5pg, module M1 2nd edition, CD14 5HT, section 136 of 1983',
    'from 08:00 to 20:00, 12 to 15 per cent, 2020/21',
  ])('leaves alone: %s', (text) => {
    expect(redactIdentifiers(text)).toEqual({ text, found: [] });
  });

  test('says what was found, not what it was', () => {
    expect(redactIdentifiers('943 476 5919, a@b.uk').found).toEqual([
      'email address',
      'NHS number',
    ]);
  });

  const nhsNumber = fc
    .array(fc.nat(9), { minLength: 9, maxLength: 9 })
    .map((digits) => {
      const sum = digits.reduce((total, digit, at) => total + digit * (10 - at), 0);
      const check = (11 - (sum % 11)) % 11;
      return check === 10 || digits.every((digit) => digit === 0)
        ? null
        : [...digits, check].join('');
    })
    .filter((text) => text !== null);

  test('no NHS number is left, however it is spaced and whatever stands around it', () => {
    fc.assert(
      fc.property(
        nhsNumber,
        fc.constantFrom('', ' ', '-'),
        fc.constantFrom('Patient ', 'no. ', '(', 'nhs:', ''),
        fc.constantFrom('', ' has asthma', ')', ', aged 43', '.'),
        (digits, gap, before, after) => {
          const written = [digits.slice(0, 3), digits.slice(3, 6), digits.slice(6)].join(gap);
          const text = redact(before + written + after);
          expect(text.replace(/\D/g, '')).not.toContain(digits);
          expect(text.startsWith(before)).toBe(true);
          expect(text.endsWith(after)).toBe(true);
        },
      ),
    );
  });

  test('one wrong digit makes it an ordinary figure', () => {
    fc.assert(
      fc.property(nhsNumber, fc.nat(9), fc.integer({ min: 1, max: 9 }), (digits, at, change) => {
        const other = (Number(digits[at]) + change) % 10;
        const wrong = digits.slice(0, at) + other + digits.slice(at + 1);
        // A weight of 10 and a change of 11 cancel out nowhere: modulus 11 finds each single error.
        expect(isNhsNumber(wrong)).toBe(false);
      }),
    );
  });

  test('ordinary numbers, years and dates stay, and nothing is taken out twice', () => {
    const figure = fc.oneof(
      fc.integer({ min: 0, max: 999_999 }).map(String),
      fc.integer({ min: 1900, max: 2099 }).map(String),
      fc.integer({ min: 0, max: 99_999_999 }).map((value) => value.toLocaleString('en-GB')),
      fc
        .date({ min: new Date('1990-01-01'), max: new Date('2030-01-01'), noInvalidDate: true })
        .map((date) => date.toISOString().slice(0, 10)),
    );
    fc.assert(
      fc.property(fc.array(figure, { maxLength: 6 }), (figures) => {
        const text = figures.map((each) => `of ${each} people`).join(' and ');
        expect(redact(text)).toBe(text);
      }),
    );
    const text = 'born 03/03/1956, 943 476 5919, SW1A 1AA, a@b.uk, 07700900123';
    expect(redact(redact(text))).toBe(redact(text));
  });
});
