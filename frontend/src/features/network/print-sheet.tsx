import { useLayoutEffect, useRef } from 'react';
import { createPortal } from 'react-dom';

/** The picture on a lying A4, alone: the page behind it is not printed. */
export function PrintSheet({ svg }: { svg: string }) {
  const holder = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const drawing = new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement;
    holder.current?.replaceChildren(document.importNode(drawing, true));
    document.documentElement.classList.add('prints-network');
    return () => document.documentElement.classList.remove('prints-network');
  }, [svg]);
  return createPortal(<div ref={holder} className="network-sheet" aria-hidden="true" />, document.body);
}
