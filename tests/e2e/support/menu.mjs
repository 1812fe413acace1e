/** The menu 「その他」 of the header. */

/** What it offers to whoever looks at the page; it is closed again. */
export async function rarer(page) {
  await page.getByRole('button', { name: 'その他' }).click();
  const names = await page.getByRole('menuitem').allTextContents();
  await page.keyboard.press('Escape');
  return names;
}
