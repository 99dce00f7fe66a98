import type { Portrait } from '../../photos';
import { useTexts } from '../services';

/** Why there is no photo, or that it is being looked for; empty when the photo is shown. */
export function usePortraitText(portrait: Portrait): string {
  const texts = useTexts();
  switch (portrait.status) {
    case 'loading':
      return texts('photo.looking');
    case 'none':
      return texts(`none.${portrait.reason}`);
    case 'failed':
      if (portrait.stale?.result.kind === 'none') return texts(`none.${portrait.stale.result.reason}`);
      return portrait.stale ? texts('photo.stale', { when: texts.moment(portrait.stale.readAt) }) : '';
    case 'photo':
      return '';
  }
}

/** The person is not in the organization's directory; a stale answer counts too. */
export function isOutside(portrait: Portrait): boolean {
  const absence = portrait.status === 'failed' ? (portrait.stale?.result ?? null) : portrait;
  return absence !== null && 'reason' in absence && absence.reason === 'notInDirectory';
}
