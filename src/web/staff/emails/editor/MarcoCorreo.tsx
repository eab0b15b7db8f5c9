import { useElementSize } from '@mantine/hooks';
import { type SyntheticEvent, useState } from 'react';
import classes from './vista.module.css';

type Props = { html: string; aparato: 'escritorio' | 'telefono' };

/** The width at which a program of mail on a computer shows a message, in CSS pixels. */
const ESCRITORIO = 660;
const TELEFONO = 375;

/** A message as it will be seen. Where the screen is narrower than a computer's it is shown smaller. */
export function MarcoCorreo({ html, aparato }: Props) {
  const { ref, width: room } = useElementSize();
  const [loaded, setLoaded] = useState<string>();
  // The former one stays in sight until the next has been drawn.
  const frames = [...new Set([loaded ?? html, html])];
  const width = aparato === 'telefono' ? Math.min(TELEFONO, room) : Math.max(ESCRITORIO, room);
  return (
    <div ref={ref} className={classes.marco}>
      {room > 0 &&
        frames.map((one) => (
          <Hoja
            key={one}
            html={one}
            width={width}
            scale={Math.min(1, room / width)}
            hidden={one !== (loaded ?? html)}
            onLoad={() => setLoaded(one)}
          />
        ))}
    </div>
  );
}

type HojaProps = {
  html: string;
  width: number;
  scale: number;
  hidden: boolean;
  onLoad: () => void;
};

function Hoja({ html, width, scale, hidden, onLoad }: HojaProps) {
  const [height, setHeight] = useState(0);

  function watch({ currentTarget }: SyntheticEvent<HTMLIFrameElement>) {
    const page = currentTarget.contentDocument;
    if (!page) return;
    const measure = () => setHeight(Math.ceil(page.documentElement.getBoundingClientRect().height));
    new ResizeObserver(measure).observe(page.documentElement);
    // Its links lead nowhere from here.
    page.addEventListener('click', (event) => event.preventDefault());
    measure();
    onLoad();
  }

  return (
    <div
      className={classes.hoja}
      data-hidden={hidden || undefined}
      style={{ width: width * scale, height: height * scale }}
    >
      {/* Same origin lets this page measure it; no script of its own can run. */}
      <iframe
        title="El correo como se verá"
        sandbox="allow-same-origin"
        srcDoc={html}
        onLoad={watch}
        style={{ width, height, transform: `scale(${scale})` }}
      />
    </div>
  );
}
