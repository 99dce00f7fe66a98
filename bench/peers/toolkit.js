// Microsoft Graph Toolkit's person component, with the same tokens.
import { Providers, ProviderState, SimpleProvider } from '@microsoft/mgt-element';
import { registerMgtPersonComponent } from '@microsoft/mgt-components/dist/es6/components/mgt-person/mgt-person.js';
import { follow, token } from './common.js';

registerMgtPersonComponent();
const provider = new SimpleProvider(token);
Providers.globalProvider = provider;
provider.setState(ProviderState.SignedIn);

const personOf = (size) => {
  const person = document.createElement('mgt-person');
  person.setAttribute('view', 'oneline');
  person.setAttribute('avatar-size', 'large');
  person.setAttribute('fetch-image', 'true');
  person.style.setProperty('--person-avatar-size', `${size}px`);
  return person;
};
const person = personOf(120);
const list = document.createElement('div');
document.body.append(person, list);

follow(
  (address) => person.setAttribute('user-id', address),
  (addresses) => {
    const people = addresses.map((address) => {
      const one = personOf(40);
      one.setAttribute('user-id', address);
      return one;
    });
    list.replaceChildren(...people);
  },
);
