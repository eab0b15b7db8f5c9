import { type KeyboardEvent, useEffect, useRef } from 'react';

const buttonsOf = (bar: HTMLElement) => [...bar.querySelectorAll<HTMLElement>('button')];

/** One stop of the Tab key for a whole toolbar; the arrows, Home and End walk within it. */
export function useToolbarKeys() {
  const ref = useRef<HTMLDivElement>(null);

  function makeStop(stop: HTMLElement | undefined) {
    for (const button of ref.current ? buttonsOf(ref.current) : []) {
      button.tabIndex = button === stop ? 0 : -1;
    }
  }

  // The buttons carry no tabIndex that React would put back, and those that come later join here.
  useEffect(() => {
    const bar = ref.current;
    if (!bar) return;
    const current = buttonsOf(bar).find(({ tabIndex }) => tabIndex === 0);
    makeStop(current ?? buttonsOf(bar)[0]);
  });

  function onKeyDown(event: KeyboardEvent) {
    const bar = ref.current;
    const { target } = event;
    if (!bar || !(target instanceof HTMLElement) || !bar.contains(target)) return;
    const buttons = buttonsOf(bar).filter((button) => !button.hasAttribute('disabled'));
    const place = buttons.indexOf(target);
    const last = buttons.length - 1;
    const next = {
      ArrowRight: place === last ? 0 : place + 1,
      ArrowLeft: place <= 0 ? last : place - 1,
      Home: 0,
      End: last,
    }[event.key];
    if (next === undefined || place < 0) return;
    event.preventDefault();
    makeStop(buttons[next]);
    buttons[next]?.focus();
  }

  return { ref, onKeyDown };
}
