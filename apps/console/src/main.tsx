// Before anything that styles: the nonce is read there.
import './csp.ts';
// Before anything is asked for, and before the address is read.
import './shell/arrive.ts';
import '@mantine/core/styles.css';
import './tokens.css';
import './app.css';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode, Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import { ApiError } from './api.ts';
import { LanguageProvider } from './language.tsx';
import { hastenNow } from './now/screen.ts';
import { router } from './router.ts';
import { lazyPart } from './ui/lazy-part.tsx';
import { Themed } from './ui/themed.tsx';

hastenNow(location.pathname);
void import('./fonts.ts');
if (typeof globalThis.Temporal === 'undefined') await import('temporal-polyfill/global');

const client = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      // What the server refused it will refuse again; what did not arrive may arrive.
      retry: (failures, error) =>
        failures < 3 && (!(error instanceof ApiError) || error.status === 0 || error.status >= 500),
    },
  },
});

/** What is said before they have arrived is kept for them. */
const Notices = lazyPart(() => import('./ui/notices.tsx'), 'Notices');

const root = document.getElementById('root');
if (!root) throw new Error('the page has no root');
createRoot(root).render(
  <StrictMode>
    <LanguageProvider>
      <Themed>
        <QueryClientProvider client={client}>
          <Suspense>
            <Notices />
          </Suspense>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </Themed>
    </LanguageProvider>
  </StrictMode>,
);
