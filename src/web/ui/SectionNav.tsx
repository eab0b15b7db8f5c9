import { Link, type LinkProps } from '@tanstack/react-router';
import classes from './SectionNav.module.css';

type Props = {
  /** The name of the section. */
  label: string;
  places: readonly {
    to: LinkProps['to'];
    params?: LinkProps['params'];
    search?: LinkProps['search'];
    label: string;
    exact?: boolean;
  }[];
};

/** Where one may go within a section: a row of links on top of its first pages. */
export function SectionNav({ label, places }: Props) {
  return (
    <nav aria-label={label} className={classes.nav}>
      <ul className={classes.tabs}>
        {places.map((place) => (
          <li key={place.label}>
            <Link
              to={place.to}
              params={place.params ?? {}}
              search={place.search ?? {}}
              className={classes.tab}
              activeOptions={{ includeSearch: false, exact: place.exact ?? false }}
              activeProps={{ 'data-active': true } as object}
              ref={(tab) => {
                if (tab?.hasAttribute('data-active')) showWithin(tab);
              }}
            >
              {place.label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** On phones the row is wider than the screen: the open tab is brought into sight. */
function showWithin(tab: HTMLElement) {
  const row = tab.closest('nav');
  if (!row) return;
  const hidden = tab.offsetLeft + tab.offsetWidth - row.clientWidth;
  if (hidden > row.scrollLeft) row.scrollLeft = hidden + 24;
}
