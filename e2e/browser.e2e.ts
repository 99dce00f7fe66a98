import { story } from './support/story';

const stage = story();
const visible = (text: RegExp) => stage.pane.getByText(text).filter({ visible: true });

test('a browser without AbortSignal.any gets a text in both languages, and no photo is requested', async () => {
  await stage.context.addInitScript(() => Reflect.deleteProperty(AbortSignal, 'any'));
  await stage.open();
  await visible(/^This version of Outlook or of your browser is too old for User Photo\./).waitFor();
  await visible(/^Diese Version von Outlook oder Ihres Browsers ist zu alt für Benutzerfoto\./).waitFor();
  expect((await stage.control.log()).filter(({ method }) => method === 'POST')).toEqual([]);
});

test('a current browser does not get that text', async () => {
  await stage.open();
  await stage.expectFace('megan@contoso.com', 'Megan Bowen');
  expect(await visible(/too old/).count()).toBe(0);
});
