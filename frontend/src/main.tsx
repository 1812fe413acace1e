import './ui/tokens.css';
import './ui/base.css';
import './ui/controls.css';
import './ui/office.css';
import './ui/account.css';
import './map/map.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { queryClient } from './app/query-client';
import { router } from './app/router';
import { setUpTexts } from './i18n/setup';

await setUpTexts();
const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </StrictMode>,
  );
}
// After the first paint: a system with a Japanese font of its own never needs the slices.
void import('./ui/fonts');
