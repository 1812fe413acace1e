import { useEffect } from 'react';

/** Names the browser's tab and, with it, what a screen reader says first. */
export function useTitle(...parts: (string | null | undefined)[]): void {
  const title = parts.filter(Boolean).join(' | ');
  useEffect(() => {
    if (title) document.title = title;
  }, [title]);
}
