import type { Answer, Outcome } from './answer';
import type { ManifestContent } from './manifestContent';
import type { PageContent } from './pageContent';

/** The two pages of the add-in. */
export const pageNames = ['taskpane.html', 'signin.html'] as const;

/** A page as the host served it. */
export interface SitePage {
  readonly name: (typeof pageNames)[number];
  readonly outcome: Outcome;
  /** Null if what was served is not a page of the add-in. */
  readonly content: PageContent | null;
}

/** Everything that was requested from a host: the checks look at this only. */
export interface Site {
  /** The folder of the add-in, without a slash at its end. */
  readonly address: string;
  readonly folder: Outcome;
  readonly pages: readonly SitePage[];
  readonly peoplePage: Omit<SitePage, 'name'>;
  readonly manifest: Outcome;
  /** Null if what was served is not a manifest. */
  readonly manifestContent: ManifestContent | null;
  /** Scripts, styles and icons by their path in the folder. */
  readonly files: ReadonlyMap<string, Outcome>;
  /** True if the files that are loaded later could be read from the scripts. */
  readonly hasLazyFiles: boolean;
}

/** A page of the add-in; what else the host may have served has no settings worth checking. */
export interface AddinPage extends SitePage {
  readonly outcome: Answer;
  readonly content: PageContent;
}

/** The pages that are the add-in's. */
export function addinPages({ pages }: Site): readonly AddinPage[] {
  return pages.filter((page): page is AddinPage => page.outcome.kind === 'answer' && page.content !== null);
}
