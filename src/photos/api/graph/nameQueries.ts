/** Suggestions in one answer: more are not read through while typing. */
export const mostFound = 10;

const fields = 'id,displayName,mail,userPrincipalName,userType';

/** More is no name; an address has 254 characters at most. */
const maxLength = 254;

/** More words would make a filter that the directory refuses. */
const maxWords = 8;

/** The words of a typed text, composed (NFC), without control characters and halves of surrogate pairs. */
export function wordsOf(text: string): readonly string[] {
  // Phones write another apostrophe than directories have.
  const typed = text.slice(0, maxLength).normalize('NFC').replaceAll('\u2019', "'");
  return typed
    .replace(/[\p{Cc}\p{Cs}]/gu, ' ')
    .split(/\s+/)
    .filter(Boolean)
    .slice(0, maxWords);
}

/**
 * The query for users of whom each word starts a word of the name, or the only word the mail address (`docs/photo-api.md`,
 * search by name). It needs the header `ConsistencyLevel: eventual`.
 */
export function searchQuery(words: readonly string[]): string {
  const names = words.map((word) => clause('displayName', word)).join(' AND ');
  const [first = '', ...others] = words;
  return queryOf('$search', others.length > 0 ? names : `${names} OR ${clause('mail', first)}`);
}

/** The same for directories that refuse searches. A filter knows the beginnings of properties only. */
export function filterQuery(words: readonly string[]): string {
  const [first = '', ...others] = words;
  const rest = others.join(' ');
  const names =
    rest === ''
      ? [startsWith('givenName', first), startsWith('surname', first), startsWith('mail', first)]
      : [
          `(${startsWith('givenName', first)} and ${startsWith('surname', rest)})`,
          `(${startsWith('surname', first)} and ${startsWith('givenName', rest)})`,
        ];
  return queryOf('$filter', [startsWith('displayName', words.join(' ')), ...names].join(' or '));
}

/** A backslash stands before a quote and before a backslash; everything else is text inside the quotes. */
function clause(property: string, text: string): string {
  return `"${property}:${text.replace(/["\\]/g, '\\$&')}"`;
}

function startsWith(property: string, text: string): string {
  return `startswith(${property},'${text.replaceAll("'", "''")}')`;
}

function queryOf(option: '$search' | '$filter', value: string): string {
  return `${option}=${encodeURIComponent(value)}&$select=${fields}&$top=${mostFound}`;
}
