// Before the first paint: the colour scheme chosen earlier, else the system's. A file, because the
// content security policy allows no inline script.
(() => {
  const saved = localStorage.getItem('mantine-color-scheme-value');
  const dark =
    saved === 'dark' || (saved !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light');
})();
