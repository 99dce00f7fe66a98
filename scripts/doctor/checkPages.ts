import { officeOrigins } from '../../src/officeOrigins';
import { contentType, noAnswerText, type Answer } from './answer';
import { advice, error, type Finding } from './finding';
import { redirectTarget } from './hostClient';
import type { PageContent } from './pageContent';
import { settings } from './settings';
import type { Site, SitePage } from './site';

/** Both pages are those of a build for deployments. */
export function checkPages(site: Site): readonly Finding[] {
  return site.pages.flatMap((page) => served(page) ?? contents(page, site));
}

/** What was served in place of the page; null if it is the page. */
function served({ name, outcome, content }: SitePage): readonly Finding[] | null {
  if (outcome.kind === 'none') return [error(name, `${noAnswerText(outcome)}.`)];
  // Redirects to other hosts are findings about the address.
  if (redirectTarget(outcome)) return [];
  const problem = statusProblem(outcome) ?? typeProblem(outcome) ?? (content ? null : otherPage);
  return problem === null ? null : [error(name, problem)];
}

const otherPage = `The host serves another page in its place: one of its own, or the start page of another application. Upload dist/ to this folder, and exclude it from pages that stand in for missing files ${settings.fallback}.`;

function statusProblem({ status }: Answer): string | null {
  if (status === 200) return null;
  if (status === 401 || status === 403) {
    return `The host refuses it (${status}). Make the files of the add-in public: Outlook requests them without a sign-in.`;
  }
  if (status === 404) return 'The host does not have it (404). Upload the whole folder dist/, or correct the address.';
  return `The host answers ${status}. Read its log.`;
}

function typeProblem(answer: Answer): string | null {
  const type = contentType(answer);
  if (type === 'text/html') return null;
  return `Its Content-Type is "${type}", so browsers do not show it as a page. Serve .html files as text/html ${settings.types}.`;
}

function contents({ name, outcome, content }: SitePage, { address }: Site): readonly Finding[] {
  if (!content) return [];
  if (isOfSandbox(content)) {
    return [
      error(name, 'It is the page of the sandbox, which is for development. Deploy the folder dist/ of npm run build.'),
    ];
  }
  const scripts = content.scripts.map((written) => new URL(written, outcome.url));
  const own = scripts.filter(({ href }) => href.startsWith(`${address}/`));
  const entry = name.replace('.html', '');
  const hasScript = (start: string): boolean => own.some(({ pathname }) => pathname.includes(`/${start}.`));
  const isBuilt = hasScript(entry) && hasScript('page-start');
  return [
    ...(isBuilt
      ? []
      : [
          error(
            name,
            `It does not load the scripts "${entry}" and "page-start" of the build. Upload both pages as they are in dist/.`,
          ),
        ]),
    ...(scripts.some(({ origin }) => origin === officeOrigins[0])
      ? []
      : [error(name, 'It does not load office.js from Microsoft, and never starts. Upload it as it is in dist/.')]),
    ...(own.some(({ pathname }) => /\.[0-9a-f]{8,}\.js$/.test(pathname)) || !isBuilt
      ? []
      : [
          error(
            name,
            'It is of a development build, whose files keep their names: updates do not arrive. Deploy npm run build.',
          ),
        ]),
    ...addedScripts(name, content, scripts, own),
  ];
}

function isOfSandbox({ scripts }: PageContent): boolean {
  return scripts.some((script) => script.startsWith('/host/'));
}

function addedScripts(
  name: string,
  content: PageContent,
  all: readonly URL[],
  own: readonly URL[],
): readonly Finding[] {
  const added = all.filter((one) => !own.includes(one) && !officeOrigins.includes(one.origin)).map(({ href }) => href);
  if (content.hasInlineScript) added.push('one in the page itself');
  if (added.length === 0) return [];
  const text = `It has scripts that the build did not write (${added.join(', ')}), which the policy blocks. Turn off what adds them on the host.`;
  return [advice(name, text)];
}
