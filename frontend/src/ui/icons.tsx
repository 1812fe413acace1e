const PATHS = {
  search: 'M10.5 4a6.5 6.5 0 1 0 0 13a6.5 6.5 0 1 0 0-13M15.3 15.300L20.5 20.5',
  phone: 'M6 3.500h3l1.5 4.500l-2 1.500a12 12 0 0 0 6 6l1.5-2l4.5 1.500v3a2 2 0 0 1-2.2 2A17 17 0 0 1 4 5.700A2 2 0 0 1 6 3.500z',
  fax: 'M7 8.500V3.500h8l2 2v3M4.5 8.500h15a1.5 1.5 0 0 1 1.5 1.500v8.500h-18v-8.500a1.5 1.5 0 0 1 1.5-1.500zM7.5 13h6M17 13h.1M7.5 16h6',
  close: 'M6 6l12 12M18 6L6 18',
  down: 'M6 9.500l6 6l6-6',
  locate: 'M12 7a5 5 0 1 0 0 10a5 5 0 1 0 0-10M12 2.500v3M12 18.500v3M2.5 12h3M18.5 12h3',
  plus: 'M12 5v14M5 12h14',
  minus: 'M5 12h14',
  home: 'M4 11l8-7l8 7M6.5 9.500v10h11v-10',
  map: 'M3.5 6.500l5.5-2.500l6 2.500l5.5-2.500v13.500l-5.5 2.500l-6-2.500l-5.5 2.500zM9 4v13.500M15 6.500v13.5',
  list: 'M8.5 6.500h12M8.5 12h12M8.5 17.500h12M4 6.500h.1M4 12h.1M4 17.500h.1',
  filter: 'M4 6h16M7 12h10M10 18h4',
  print: 'M7 8.500V3.500h10v5M7 17h-3v-7a1.5 1.5 0 0 1 1.5-1.500h13a1.5 1.5 0 0 1 1.5 1.500v7h-3M7 14h10v6.500h-10z',
  star: 'M12 3.500l2.6 5.400l5.9.8l-4.3 4.100l1 5.900l-5.2-2.800l-5.2 2.800l1-5.900l-4.3-4.100l5.9-.8z',
  upload: 'M12 16V5M7.5 9L12 4.500L16.5 9M4.5 15.500v4h15v-4',
  link: 'M14 5h5v5M19 5l-8 8M10.5 6.500h-5v12h12v-5',
  back: 'M14.5 5.500L8 12l6.5 6.5',
  mail: 'M3.5 6h17v12.500h-17zM3.5 7l8.5 6.500l8.5-6.5',
  layers: 'M12 4l8.5 4.500l-8.5 4.500l-8.5-4.500zM3.5 12.500l8.5 4.500l8.5-4.5',
  info: 'M12 3.500a8.5 8.5 0 1 0 0 17a8.5 8.5 0 1 0 0-17M12 11v5.500M12 7.500h.1',
} as const;

export type IconName = keyof typeof PATHS;

/** A line drawing beside a word; never alone without a label on its control. */
export function Icon({ name, size = 20 }: { name: IconName; size?: number }) {
  return (
    <svg
      className="icon" width={size} height={size} viewBox="0 0 24 24" aria-hidden="true" focusable="false"
      fill="none" stroke="currentColor" strokeWidth="1.8" strokeLinecap="round" strokeLinejoin="round"
    >
      <path d={PATHS[name]} />
    </svg>
  );
}
