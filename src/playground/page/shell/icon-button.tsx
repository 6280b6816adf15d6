import type { ComponentProps } from 'react';
import { Icon, type IconName } from './icon.tsx';

export interface IconButtonProps extends Omit<ComponentProps<'button'>, 'type' | 'aria-label'> {
  icon: IconName;
  /** What it does: read out, and shown to whoever points at it unless `title` says more. */
  label: string;
  /** CSS pixels. Default 20. */
  size?: number;
}

/** A button that shows a sign only. */
export function IconButton({ icon, label, size = 20, className, ...rest }: IconButtonProps) {
  return (
    <button
      title={label}
      {...rest}
      type="button"
      className={className === undefined ? 'icon-button' : `icon-button ${className}`}
      aria-label={label}
    >
      <Icon name={icon} size={size} />
    </button>
  );
}
