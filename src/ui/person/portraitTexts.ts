import type { Portrait } from '../../photos';
import { useWords } from '../services';

/** Why there is no photo, or that it is being looked for; empty when the photo is shown. */
export function usePortraitText(portrait: Portrait): string {
  const words = useWords();
  switch (portrait.status) {
    case 'loading':
      return words('photo.looking');
    case 'none':
      return words(`none.${portrait.reason}`);
    case 'failed':
      if (portrait.stale?.kind === 'none') return words(`none.${portrait.stale.reason}`);
      return portrait.stale ? words('photo.stale', { when: words.moment(portrait.stale.readAt) }) : '';
    case 'photo':
      return '';
  }
}

/** The person is not in the organization's directory; a stale answer counts too. */
export function isOutside(portrait: Portrait): boolean {
  const absence = portrait.status === 'failed' ? portrait.stale : portrait;
  return absence !== null && 'reason' in absence && absence.reason === 'notInDirectory';
}
