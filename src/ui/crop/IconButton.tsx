import { Button, type ButtonProps } from '@fluentui/react-components';

type IconButtonProps = ButtonProps & { readonly label: string };

/** A button with an icon alone. The tooltip is the browser's: Fluent's would enlarge the script before the first photo. */
export function IconButton({ label, ...button }: IconButtonProps) {
  return <Button appearance="subtle" aria-label={label} title={label} {...button} />;
}
