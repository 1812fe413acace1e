/**
 * Where to go after signing in: a path of our own page, else the start. What `?next=` holds comes from outside, so only
 * what the browser itself resolves to our origin counts; `//other.example`, `/\other.example` and `javascript:` do not.
 */
export function safeNext(wanted: string | undefined, origin: string): string {
  if (!wanted?.startsWith('/')) return '/';
  try {
    const url = new URL(wanted, origin);
    if (url.origin !== origin || url.pathname.startsWith('//')) return '/';
    return ['/sign-in', '/invitation'].includes(url.pathname) ? '/' : url.pathname + url.search + url.hash;
  } catch {
    return '/';
  }
}
