import { readFile, writeFile } from 'node:fs/promises';
import openapiTS, { astToString } from 'openapi-typescript';

/** Writes the types of the API from the server's own document; `--check` only compares and fails on a difference. */
const source = new URL('../../backend/server/openapi.json', import.meta.url);
const target = new URL('../src/api/schema.gen.ts', import.meta.url);

const document = JSON.parse(await readFile(source, 'utf8'));
// The ids are the names of handlers (`list`, `show`), which repeat; paths and methods name an operation well enough.
for (const path of Object.values(document.paths)) {
  for (const operation of Object.values(path)) delete operation.operationId;
}
const text = `// Written by \`npm run generate\` from backend/server/openapi.json.\n${astToString(await openapiTS(document))}`;
if (!process.argv.includes('--check')) {
  await writeFile(target, text);
} else if ((await readFile(target, 'utf8').catch(() => '')) !== text) {
  process.stderr.write('src/api/schema.gen.ts is stale: run npm run generate\n');
  process.exitCode = 1;
}
