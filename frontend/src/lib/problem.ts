/** RFC 9457 problem as the server sends it; `code` names the text to show. */
export interface Problem {
  type?: string;
  title?: string;
  status?: number;
  code: string;
  detail?: string | null;
  fields?: unknown;
  /** Seconds to wait before the next try. */
  retry_after?: number | null;
}

export class ApiError extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.detail ?? problem.title ?? problem.code);
    this.problem = problem;
  }
}

/** The problem behind any thrown thing: the server's own, or `unreachable` when it could not be asked. */
export function problemOf(error: unknown): Problem {
  if (error instanceof ApiError) return error.problem;
  return { code: 'unreachable', detail: error instanceof Error ? error.message : null };
}
