import { isSameAddress } from '../../base';
import type { Person } from '../../mailbox';
import type { Portrait } from '../../photos';
import { personIn, useIsMine, useObservable, useServices, useTexts } from '../services';
import { isOutside } from './portraitTexts';

/** What a person is to the reader, in words: you, a guest, a shared mailbox, a group, someone outside. Most have no badge. */
export function useBadges(person: Person, portrait: Portrait): readonly string[] {
  const texts = useTexts();
  const { mailbox } = useServices();
  const mailboxAddress = useObservable(mailbox.me)?.address ?? '';
  const isMine = useIsMine(person, portrait);
  if (isMine) return [texts('badge.you')];
  const kind = personIn(portrait)?.kind;
  if (kind === 'group') return [texts('badge.group')];
  if (kind === 'contact') return [texts('badge.contact')];
  // The mailbox that is open, under any of its addresses, and not my own.
  const addresses = [person.address, ...(personIn(portrait)?.addresses ?? [])];
  const isOpen = addresses.some((one) => isSameAddress(one, mailboxAddress));
  if (isMine === false && isOpen) return [texts('badge.sharedMailbox')];
  if (kind === 'signInOff') return [texts('badge.signInOff')];
  // The login name of a guest.
  if (kind === 'guest' || /#EXT#@/i.test(person.address)) return [texts('badge.guest')];
  return isOutside(portrait) ? [texts('badge.outside')] : [];
}
