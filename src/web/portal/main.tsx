import '@fontsource-variable/figtree';
import '@mantine/core/styles.css';
import '../ui/base.css';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { ApiError } from '../api/client.ts';
import { rememberOrigin } from './origin.ts';
import { createPortalRouter } from './router.tsx';
import { BrandProvider } from './shell/BrandProvider.tsx';

const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      retry: (count, error) =>
        count < 2 && error instanceof ApiError && (error.status === 0 || error.status === 503),
    },
  },
});
const router = createPortalRouter(queryClient);

rememberOrigin(window.location.search);
const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        <BrandProvider>
          <RouterProvider router={router} />
        </BrandProvider>
      </QueryClientProvider>
    </StrictMode>,
  );
}
