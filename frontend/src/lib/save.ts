/** Gives the reader a file made in the page. */
export function save(name: string, content: Blob): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser reads it after the click; at once would be too early for some.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
