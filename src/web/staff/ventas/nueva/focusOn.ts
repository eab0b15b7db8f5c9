/** Moves the focus to what a choice brings on screen: it is there only after the paint. */
export function focusOn(selector: string): void {
  requestAnimationFrame(() => document.querySelector<HTMLElement>(selector)?.focus());
}
