import { Fragment } from 'react';

/** No mail address is longer. Characters. */
const longest = 254;

/** A mail address, from left to right in every language, which breaks after "@" and full stops where it must. */
export function Address({ address }: { address: string }) {
  return (
    <bdi dir="ltr">
      {address
        .slice(0, longest)
        .split(/(?<=[@.])/)
        .map((piece, index) => (
          <Fragment key={index}>
            {piece}
            <wbr />
          </Fragment>
        ))}
    </bdi>
  );
}
