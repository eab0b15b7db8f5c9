function meta(selector: string): string | undefined {
  return document.querySelector<HTMLMetaElement>(`meta[${selector}]`)?.content;
}

/** What the server wrote of the business into the head of the page. */
export const siteFromHead = {
  name: meta('property="og:site_name"'),
  color: /^#[0-9a-f]{6}$/i.exec(meta('name="theme-color"') ?? '')?.[0],
};
