import classes from './SafeHtml.module.css';

/** Text with formatting that the server has already made safe: what the team wrote in its editor. */
export function SafeHtml({ html }: { html: string }) {
  return (
    <div
      className={classes.text}
      // biome-ignore lint/security/noDangerouslySetInnerHtml: the server keeps plain formatting only.
      dangerouslySetInnerHTML={{ __html: html }}
    />
  );
}
