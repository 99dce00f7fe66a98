import { changeSetting, choices, serviceChoices, type Settings } from './sandboxMenu';

/** Fills the panel of switches. Switches of the window reload it; switches of the service are sent over HTTP. */
export function showSwitches(
  panel: HTMLElement,
  settings: Settings,
  control: string,
  onTheme: (name: string) => void,
): void {
  const own = Object.entries(choices).map(([name, values]) =>
    choice(name, values, settings[name as keyof Settings], (value) => {
      if (name === 'theme') onTheme(value);
      else changeSetting(name, value);
    }),
  );
  const service = Object.entries(serviceChoices(settings.account)).map(([name, values]) =>
    choice(name, Object.keys(values), '', (value) => {
      void fetch(`${control}/state`, { method: 'PATCH', body: JSON.stringify(values[value]) });
    }),
  );
  panel.replaceChildren(...own, ...service);
}

function choice(
  name: string,
  values: readonly string[],
  chosen: string,
  onChange: (value: string) => void,
): HTMLElement {
  const label = document.createElement('label');
  const select = document.createElement('select');
  select.append(...values.map((value) => new Option(value, value, false, value === chosen)));
  select.addEventListener('change', () => onChange(select.value));
  label.append(name, select);
  return label;
}
