import { QueryClient } from '@tanstack/react-query';
import { ApiError } from '../lib/problem';

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      gcTime: 10 * 60_000,
      refetchOnWindowFocus: false,
      // What the server refused stays refused; only a lost connection is worth a second try.
      retry: (failures, error) => !(error instanceof ApiError) && failures < 1,
    },
  },
});
