/** The texts of the manifests in another language. */
interface ManifestTranslation {
  /** The name of the catalog in `src/ui/texts`. */
  readonly language: string;
  /** `Locale` of the overrides in the XML manifest. */
  readonly locale: string;
  /**
   * `languageTag` in the unified manifest, where a language stands for all its regions ("Localize strings in your app
   * manifest"). Chinese has one: Traditional Chinese has no texts.
   */
  readonly tag: string;
  /** The file of the unified manifest's texts. */
  readonly file: string;
}

const locales = {
  de: 'de-DE',
  fr: 'fr-FR',
  es: 'es-ES',
  it: 'it-IT',
  nl: 'nl-NL',
  pt: 'pt-BR',
  pl: 'pl-PL',
  ja: 'ja-JP',
  zh: 'zh-CN',
  ar: 'ar-SA',
};

/** The languages that both manifests have beside their own. */
export const manifestTranslations: readonly ManifestTranslation[] = Object.entries(locales).map(
  ([language, locale]) => ({
    language,
    locale,
    tag: language === 'zh' ? locale.toLowerCase() : language,
    file: `manifest.${language}.json`,
  }),
);
