import createClient from 'openapi-fetch';
import { ApiError, type Problem } from '../lib/problem';
import type { paths } from './schema.gen';

/** The typed client. What changes something carries the header by which the server knows our own page. */
export const client = createClient<paths>({ credentials: 'same-origin', headers: { accept: 'application/json', 'X-Hoshizu': '1' } });

interface Outcome {
  data?: unknown;
  error?: unknown;
  response: Response;
}

/** The body of an answer as `T`; any refusal becomes an [`ApiError`] with the server's own code. */
export async function take<T>(call: Promise<Outcome>): Promise<T> {
  const { data, error, response } = await call;
  if (response.ok) return data as T;
  throw new ApiError(isProblem(error) ? error : { code: `http_${response.status}`, status: response.status });
}

/** Sends files in the field `file`, each under its own name. */
export async function sendFiles<T>(path: string, files: readonly File[]): Promise<T> {
  const body = new FormData();
  for (const file of files) body.append('file', file, file.name);
  const response = await fetch(path, { method: 'POST', body, credentials: 'same-origin', headers: { accept: 'application/json', 'X-Hoshizu': '1' } });
  const answer: unknown = await response.json().catch(() => null);
  return take<T>(Promise.resolve({ data: answer, error: answer, response }));
}

function isProblem(body: unknown): body is Problem {
  return typeof body === 'object' && body !== null && typeof (body as Problem).code === 'string';
}
