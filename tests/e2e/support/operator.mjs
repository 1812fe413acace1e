/** What an administrator does on the import page. */
import { administrator } from './account.mjs';

/** Signs an administrator in and opens the import page. */
export async function signIn(page, house) {
  await administrator(page, house);
  await page.goto('/import');
  await page.getByRole('heading', { name: 'ファイルを選ぶ' }).waitFor();
}

export async function upload(page, ...files) {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'ファイルを選ぶ' }).click();
  await (await chooser).setFiles(files);
  await page.getByRole('button', { name: `${files.length}個のファイルを確認する` }).click();
}

export async function somewhere(house) {
  const { items } = await house.api('/offices', { service: 'care-430', limit: 100 });
  const { municipality, position } = items.find((office) => office.municipality && office.position);
  return { town: municipality, position };
}
