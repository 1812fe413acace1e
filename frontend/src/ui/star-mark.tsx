/** ☆, filled once it is set. Decorative: the control beside it says so in words. */
export function StarMark({ on, size = 30 }: { on: boolean; size?: number }) {
  return (
    <svg className={on ? 'star-mark on' : 'star-mark'} width={size} height={size} viewBox="0 0 24 24" aria-hidden="true" focusable="false" strokeLinejoin="round">
      <path d="M12 2.500l2.900 6l6.600.9l-4.800 4.600l1.150 6.550l-5.850-3.100l-5.850 3.100l1.150-6.550l-4.800-4.600l6.600-.9z" />
    </svg>
  );
}
