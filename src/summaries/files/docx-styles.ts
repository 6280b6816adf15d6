import type { IStylesOptions } from 'docx';

const font = 'Calibri';
const ink = '1D4E6B';
const grey = '4A5560';

/** 1.15 times the height of the letters. */
const line = { line: 276, lineRule: 'auto' } as const;

const heading = (size: number, before: number) => ({
  run: { font, size, bold: true, color: ink },
  paragraph: { spacing: { before, after: 100, ...line }, keepNext: true },
});

/** How reports look in Word; sizes in half points, distances in twentieths of a point. */
export const docxStyles: IStylesOptions = {
  default: {
    document: {
      run: { font, size: 22, language: { value: 'en-GB' } },
      paragraph: { spacing: { after: 140, ...line } },
    },
    title: {
      run: { font, size: 40, bold: true, color: ink },
      paragraph: { spacing: { after: 160, ...line } },
    },
    heading1: heading(28, 300),
    heading2: heading(24, 220),
    hyperlink: { run: { color: '0B5CAD', underline: {} } },
  },
  paragraphStyles: [
    {
      id: 'Quote',
      name: 'Quote',
      basedOn: 'Normal',
      quickFormat: true,
      run: { italics: true },
      paragraph: {
        indent: { left: 340 },
        spacing: { before: 140, after: 40 },
        border: { left: { style: 'single', size: 12, space: 10, color: '9AA7B0' } },
        keepNext: true,
      },
    },
    {
      id: 'SmallPrint',
      name: 'Small print',
      basedOn: 'Normal',
      run: { size: 18, color: grey },
      paragraph: { spacing: { after: 60 } },
    },
    {
      id: 'QuotePlace',
      name: 'Place of a quote',
      basedOn: 'SmallPrint',
      paragraph: { indent: { left: 340 } },
    },
    {
      id: 'Source',
      name: 'Source',
      basedOn: 'Normal',
      paragraph: { indent: { left: 340, hanging: 340 } },
    },
  ],
};
