import { Fragment } from 'react';

/** A mail address, from left to right in every language, which breaks after "@" and full stops where it must. */
export function Address({ address }: { address: string }) {
  return (
    <bdi dir="ltr">
      {address.split(/(?<=[@.])/).map((piece, index) => (
        <Fragment key={index}>
          {piece}
          <wbr />
        </Fragment>
      ))}
    </bdi>
  );
}
