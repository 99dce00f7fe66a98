// Microsoft Graph Toolkit's person, with the same tokens.
import { Providers, ProviderState, SimpleProvider } from '@microsoft/mgt-element';
import { registerMgtPersonComponent } from '@microsoft/mgt-components/dist/es6/components/mgt-person/mgt-person.js';
import { follow, token } from './common.js';

registerMgtPersonComponent();
const provider = new SimpleProvider(token);
Providers.globalProvider = provider;
provider.setState(ProviderState.SignedIn);

const person = document.createElement('mgt-person');
person.setAttribute('view', 'oneline');
person.setAttribute('avatar-size', 'large');
person.setAttribute('fetch-image', 'true');
person.style.setProperty('--person-avatar-size', '120px');
document.body.append(person);

follow((address) => person.setAttribute('user-id', address));
