import { contentType, noAnswerText, type Answer, type Outcome } from './answer';
import { advice, error, note, type Finding } from './finding';
import { redirectTarget } from './hostClient';
import { settings } from './settings';
import { addinPages, type Site } from './site';

/** Every file that pages, scripts and manifest name is served, as what it is. */
export function checkFiles(site: Site): readonly Finding[] {
  const findings = [...site.files].flatMap(([path, outcome]) => checkFile(path, outcome));
  const isKnown = site.hasLazyFiles || addinPages(site).length === 0;
  if (isKnown) return findings;
  const text =
    'The files that the pane loads later could not be read from its scripts, so these were not checked. Upload the whole folder dist/.';
  return [...findings, note('scripts', text)];
}

interface FileType {
  readonly type: RegExp;
  readonly expected: string;
  /** What follows from a missing file. */
  readonly effect: string;
}

const fileTypes: Readonly<Record<string, FileType>> = {
  js: {
    type: /^(text|application)\/(x-)?javascript$/,
    expected: 'text/javascript',
    effect: 'the add-in does not start, or a part of it does not open',
  },
  css: { type: /^text\/css$/, expected: 'text/css', effect: 'the pane has no styling' },
  png: { type: /^image\/png$/, expected: 'image/png', effect: 'Outlook shows no icon, or refuses the manifest' },
};

function checkFile(path: string, outcome: Outcome): readonly Finding[] {
  const fileType = fileTypes[path.split('.').at(-1) ?? ''];
  if (!fileType) return [];
  if (outcome.kind === 'none') return [error(path, `${noAnswerText(outcome)}: ${fileType.effect}.`)];
  const problem = answerProblem(outcome, fileType);
  if (problem !== null) return [error(path, problem)];
  const checks = [checkType, checkCompression, checkWorker, checkSharing];
  return checks.flatMap((check) => check(path, outcome, fileType));
}

function answerProblem(answer: Answer, { effect }: FileType): string | null {
  const upload = 'Upload the whole folder dist/ of one build, the pages last.';
  const target = redirectTarget(answer);
  if (target) return `The host redirects it to ${target.host}: ${effect}. Remove the redirect.`;
  if (answer.status !== 200) return `The host answers ${answer.status}: ${effect}. ${upload}`;
  if (contentType(answer) !== 'text/html' || !looksLikePage(answer)) return null;
  return `The host serves a page in its place: ${effect}. ${upload} Let missing files answer 404 ${settings.fallback}.`;
}

function looksLikePage({ bytes }: Answer): boolean {
  return /^\s*<(!doctype html|html)/i.test(bytes.toString('utf8', 0, 200));
}

/** Scripts and icons of a wrong type are refused with `nosniff` only, styles and workers always (Fetch, "nosniff"). */
function checkType(path: string, answer: Answer, { type, expected, effect }: FileType): readonly Finding[] {
  const served = contentType(answer);
  if (type.test(served)) return [];
  const isRefused = /nosniff/.test(answer.headers.get('x-content-type-options') ?? '') || /\.css$|worker/.test(path);
  const serve = `Serve it as ${expected} ${settings.types}.`;
  return isRefused
    ? [error(path, `Its Content-Type is "${served}", and browsers refuse it: ${effect}. ${serve}`)]
    : [advice(path, `Its Content-Type is "${served}", and browsers have to guess what it is. ${serve}`)];
}

/** In bytes; smaller files gain little. */
const worthCompressing = 10_000;

function checkCompression(path: string, { headers, bytes }: Answer): readonly Finding[] {
  if (path.endsWith('.png') || bytes.length < worthCompressing || headers.has('content-encoding')) return [];
  const text = `It is sent uncompressed, so the pane starts later. Send the files .br and .gz of the build ${settings.compression}.`;
  return [advice(path, text)];
}

function checkWorker(path: string, { headers }: Answer): readonly Finding[] {
  if (!path.includes('worker') || headers.has('content-security-policy')) return [];
  const text = `A worker takes its policy from its own file, and this one has none. Send Content-Security-Policy for every file ${settings.headers}.`;
  return [advice(path, text)];
}

/** Outlook on the web shows the icons on a page of its own. */
function checkSharing(path: string, { headers }: Answer): readonly Finding[] {
  if (!path.endsWith('.png') || !/^same-/.test(headers.get('cross-origin-resource-policy') ?? '')) return [];
  const text = `The header Cross-Origin-Resource-Policy keeps Outlook on the web from showing the icon. Remove it ${settings.headers}.`;
  return [error(path, text)];
}
