import { Button, type ButtonProps } from 'react-aria-components';

interface Props extends ButtonProps {
  busy: boolean;
}

/** A button that keeps the focus while its work is under way and ignores further presses; its words say so. */
export function BusyButton({ busy, onPress, type = 'button', ...props }: Props) {
  return (
    <Button
      {...props} type={busy ? 'button' : type} data-busy={busy || undefined}
      onPress={(event) => {
        if (!busy) onPress?.(event);
      }}
    />
  );
}
