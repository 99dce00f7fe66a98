import { useRef, useState } from 'react';
import { useTexts } from '../services';
import { Address } from './Address';

/** An address that a click copies; where the host forbids that, it is selected, so that a key copies it. */
export function CopyAddress({ address }: { address: string }) {
  const texts = useTexts();
  const text = useRef<HTMLButtonElement>(null);
  const [result, setResult] = useState<'copied' | 'selected' | null>(null);
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(address);
      setResult('copied');
    } catch {
      if (text.current) getSelection()?.selectAllChildren(text.current);
      setResult('selected');
    }
  };
  return (
    <span className="address">
      <button
        ref={text}
        type="button"
        className="copy"
        aria-label={texts('address.copy', { address })}
        onClick={() => void copy()}
        onBlur={() => setResult(null)}
      >
        <Address address={address} />
      </button>
      <span className="quiet" role="status">
        {result && texts(`address.${result}`)}
      </span>
    </span>
  );
}
