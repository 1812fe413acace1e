import type { Line } from '../../graph/picture';
import { dashes } from '../../graph/dashes';

/** A short piece of a line as the drawing has it. */
export function LineMark({ line, color, width = 2 }: { line: Line; color: string; width?: number }) {
  return (
    <svg className="line-mark" width={30} height={12} viewBox="0 0 30 12" aria-hidden="true">
      {line === 'double' ? (
        <path d="M1 4.200h28M1 7.800h28" stroke={color} strokeWidth={1.3} />
      ) : (
        <path d="M1 6h28" stroke={color} strokeWidth={Math.max(1.4, width)} strokeDasharray={dashes(line, width)} />
      )}
    </svg>
  );
}
