import { Button, Field, makeStyles, Select, Text } from '@fluentui/react-components';
import { tokens } from '@fluentui/tokens';
import { useChoices } from '../choices/choices';
import { useObservable, useTexts } from '../services';
import { tagOf } from '../texts/languageTags';
import { languages } from '../texts/texts';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  missing: { display: 'block', margin: `${tokens.spacingVerticalS} 0` },
});

/** The value of the option that follows Outlook. */
const asOutlook = '';

/** Theme and language: as in Outlook, or chosen. */
export function ChoiceFields() {
  const styles = useStyles();
  const texts = useTexts();
  const choices = useChoices();
  const { theme, language } = useObservable(choices);
  return (
    <div className={styles.root}>
      <Field label={texts('choices.theme')}>
        <Select
          value={theme ?? asOutlook}
          onChange={(_event, { value }) =>
            choices.choose({ theme: value === 'light' || value === 'dark' ? value : null })
          }
        >
          <option value={asOutlook}>{texts('choices.asOutlook')}</option>
          <option value="light">{texts('choices.light')}</option>
          <option value="dark">{texts('choices.dark')}</option>
        </Select>
      </Field>
      <div>
        <Field label={texts('choices.language')}>
          <Select
            value={language ?? asOutlook}
            onChange={(_event, { value }) => choices.choose({ language: value === asOutlook ? null : value })}
          >
            <option value={asOutlook}>{texts('choices.asOutlook')}</option>
            {namedLanguages.map(([one, name]) => (
              <option key={one} value={one} lang={tagOf(one)}>
                {name}
              </option>
            ))}
          </Select>
        </Field>
        <div role="status">
          {texts.isFallback && <Text className={styles.missing}>{texts('choices.languageMissing')}</Text>}
        </div>
        {texts.isFallback && <Button onClick={() => choices.choose({ language })}>{texts('action.retry')}</Button>}
      </div>
    </div>
  );
}

/** Each language with its name in itself, sorted by that name. */
const namedLanguages = languages
  .map((language) => [language, nameOf(tagOf(language))] as const)
  .sort(([, one], [, other]) => one.localeCompare(other));

/** The name of a language in itself; capitalized, since some languages write it small within a sentence. */
function nameOf(tag: string): string {
  const name = new Intl.DisplayNames([tag], { type: 'language' }).of(tag) ?? tag;
  return name.charAt(0).toLocaleUpperCase(tag) + name.slice(1);
}
