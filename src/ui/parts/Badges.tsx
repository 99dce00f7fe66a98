/** What a person is, in words beside the name. */
export function Badges({ badges }: { badges: readonly string[] }) {
  if (badges.length === 0) return null;
  return (
    <span className="badges">
      {badges.map((one) => (
        <span key={one} className="badge">
          {one}
        </span>
      ))}
    </span>
  );
}
