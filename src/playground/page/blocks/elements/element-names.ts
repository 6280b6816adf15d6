/** How an element is named and described to screen readers. */
export interface ElementNames {
  /** DOM id of the control itself. */
  id: string;
  /** DOM id of a visible label; empty where there is none. */
  labelledBy: string;
  /** What it is called where no label is visible. */
  label: string;
  /** DOM ids of hint and error, separated by spaces; empty for none. */
  describedBy: string;
  isRequired: boolean;
  isInvalid: boolean;
}

/** The ARIA attributes of a control with these names. */
export function ariaOf(names: ElementNames) {
  return {
    ...(names.labelledBy === ''
      ? { 'aria-label': names.label }
      : { 'aria-labelledby': names.labelledBy }),
    ...(names.describedBy !== '' && { 'aria-describedby': names.describedBy }),
    ...(names.isRequired && { 'aria-required': true as const }),
    ...(names.isInvalid && { 'aria-invalid': true as const }),
  };
}
