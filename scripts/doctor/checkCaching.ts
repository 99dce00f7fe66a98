import { isFound } from './answer';
import { advice, error, type Finding } from './finding';
import { settings } from './settings';
import { addinPages, type AddinPage, type Site } from './site';

/** Updates arrive, and what does not change is not requested again. */
export function checkCaching(site: Site): readonly Finding[] {
  return [
    ...addinPages(site).flatMap(checkPage),
    ...[...site.files].flatMap(([path, file]) => (isFound(file) ? checkFile(path, file.headers) : [])),
  ];
}

function checkPage({ name, outcome: { headers } }: AddinPage): readonly Finding[] {
  const caching = headers.get('cache-control');
  const send = `Send "Cache-Control: no-cache" for pages ${settings.caching}.`;
  if (caching === null) {
    return [
      error(
        name,
        `It has no header Cache-Control, so browsers keep it as long as they like, and an update does not arrive. ${send}`,
      ),
    ];
  }
  const seconds = sharedAge(caching) ?? maxAge(caching) ?? 0;
  if (!isRevalidated(caching) || seconds > 0) {
    return [
      error(
        name,
        `"Cache-Control: ${caching}" lets it be kept ${duration(seconds)}, and an update does not arrive in that time. ${send}`,
      ),
    ];
  }
  if (headers.has('etag') || headers.has('last-modified') || /no-store/.test(caching)) return [];
  return [
    advice(
      name,
      'It has neither ETag nor Last-Modified, so it is sent again each time instead of "304 Not Modified". Turn on one of them.',
    ),
  ];
}

function checkFile(path: string, headers: Headers): readonly Finding[] {
  const caching = headers.get('cache-control') ?? '';
  if (path.endsWith('.png')) return checkIcon(path, caching);
  // Their names change with their content.
  const isLong = /immutable/.test(caching) && (maxAge(caching) ?? 0) >= 30 * 86_400;
  if (!/\.[0-9a-f]{8,}\.(js|css)$/.test(path) || isLong) return [];
  const text = `Browsers request it again although its name changes with its content. Send "Cache-Control: public, max-age=31536000, immutable" ${settings.caching}.`;
  return [advice(path, text)];
}

function checkIcon(path: string, caching: string): readonly Finding[] {
  if (!/no-store|no-cache/.test(caching)) return [];
  const text = `"Cache-Control: ${caching}" can keep Outlook on Windows from showing the icon. Send "Cache-Control: public, max-age=86400" for .png files ${settings.caching}.`;
  return [advice(path, text)];
}

function isRevalidated(caching: string): boolean {
  return /no-cache|no-store/.test(caching) || maxAge(caching) === 0;
}

/** In seconds. A value with no-cache or no-store counts as zero. */
function maxAge(caching: string): number | null {
  if (/no-cache|no-store/.test(caching)) return 0;
  const [, seconds] = /(?:^|[\s,])max-age="?(\d+)/.exec(caching) ?? [];
  return seconds === undefined ? null : Number(seconds);
}

/** For what is between the host and browsers, such as a content delivery network; in seconds. */
function sharedAge(caching: string): number | null {
  const [, seconds] = /s-maxage="?(\d+)/.exec(caching) ?? [];
  return seconds === undefined || /no-cache|no-store/.test(caching) ? null : Number(seconds);
}

function duration(seconds: number): string {
  if (seconds === 0) return 'as long as browsers like';
  const [size, unit] = (
    [
      [86_400, 'day'],
      [3600, 'hour'],
      [60, 'minute'],
      [1, 'second'],
    ] as const
  ).find(([one]) => seconds >= one) ?? [1, 'second'];
  const count = Math.floor(seconds / size);
  return `for ${count} ${unit}${count === 1 ? '' : 's'}`;
}
