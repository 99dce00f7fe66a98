import { useTexts } from '../services';
import { Button } from './Button';
import type { ErrorMessageProps } from './ErrorMessage';
import { lazyPart, type ReloadProps } from './lazyPart';

/** `ErrorMessage`, lazy-loaded: most photos are read without an error. */
export const LazyErrorMessage = lazyPart(
  () => import(/* webpackChunkName: "error-message" */ './ErrorMessage'),
  undefined,
  PlainErrorMessage,
);

/** Stands in for `ErrorMessage` while its code does not load, most likely for the same reason: a retry of both. */
function PlainErrorMessage({ onRetry, onReload }: ErrorMessageProps & ReloadProps) {
  const texts = useTexts();
  const retry = (): void => {
    onReload();
    onRetry();
  };
  return (
    <>
      <p role="status">{texts('photo.failed')}</p>
      <Button onClick={retry}>{texts('action.retry')}</Button>
    </>
  );
}
