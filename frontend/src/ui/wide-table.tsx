import type { ReactNode } from 'react';

/** A table that scrolls sideways where it does not fit; reachable by keyboard, or its right end could not be read. */
export function WideTable({ label, labelledBy, children }: { label?: string; labelledBy?: string; children: ReactNode }) {
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className="table-wrap" role="region" aria-label={label} aria-labelledby={labelledBy} tabIndex={0}>
      {children}
    </div>
  );
}
