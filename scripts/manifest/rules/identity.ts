import { child, descendants } from '../../../build/xmlElements';
import { elementsNamed, type Rule } from '../manifest';

/** The version is at least 1.0, which Microsoft's validator asks for, and that of package.json. */
export const checkVersion: Rule = ({ root, version }, report) => {
  const element = child(root, 'Version');
  if (!element) return;
  const written = element.textContent ?? '';
  if (version.startsWith('0.')) {
    report(
      element,
      `follows package.json, which has ${version}. Microsoft refuses versions below 1.0: write 1.0.0 there.`,
    );
  } else if (written.startsWith('0.')) {
    report(element, `is ${written}. Microsoft refuses versions below 1.0. Write ${version}.0.`);
  } else if (written !== `${version}.0`) {
    report(element, `is ${written}, and package.json has ${version}. Write ${version}.0.`);
  }
};

/** The add-in reads names and addresses of one item only (docs/decisions/0011). */
export const checkPermission: Rule = ({ root }, report) => {
  const element = child(root, 'Permissions');
  if (element && element.textContent !== 'ReadItem') {
    report(element, `is ${element.textContent ?? ''}. Write ReadItem: the add-in reads one message at a time.`);
  }
};

/** Outlook's host and its requirement set are both named Mailbox. */
export const checkHost: Rule = ({ root }, report) => {
  for (const element of elementsNamed(root, 'Host', 'Set')) {
    const name = element.getAttribute('Name');
    if (name !== null && name !== 'Mailbox') report(element, `has the name "${name}". Write Name="Mailbox".`);
  }
};

/** Each requirement set has a version, of its own or from the list around it. */
export const checkSetVersions: Rule = ({ root }, report) => {
  for (const sets of elementsNamed(root, 'Sets')) {
    for (const set of descendants(sets)) {
      if (!set.hasAttribute('MinVersion') && !sets.hasAttribute('DefaultMinVersion')) {
        report(set, 'has no version, which means 1.1. Add MinVersion="1.5".');
      }
    }
  }
};
