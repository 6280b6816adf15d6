import { Component, type ReactNode } from 'react';
import type { Fields } from '../read-block.ts';
import { Undrawn } from './undrawn.tsx';

/** A block that breaks while it is drawn must take neither its neighbours nor its words with it. */
export class BlockBoundary extends Component<
  { block: Fields; children: ReactNode },
  { failed: boolean }
> {
  override state = { failed: false };

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }

  override render(): ReactNode {
    const { block, children } = this.props;
    return this.state.failed ? <Undrawn kind="block" value={block} /> : children;
  }
}
