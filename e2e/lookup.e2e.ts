import sharp from 'sharp';
import { editingOn } from './support/editing';
import { isUpright, jpegOf } from './support/pictures';
import { story } from './support/story';

const stage = story();
const { button, choose, previewed, says } = editingOn(stage);

async function lookUp(text: string, query = ''): Promise<void> {
  await stage.open(query);
  await stage.pane.getByRole('tab', { name: 'Look up' }).click();
  await stage.pane.getByLabel('Address').fill(text);
  await stage.page.keyboard.press('Enter');
}

test('any address, typed or pasted with its name, shows that person and the details', async () => {
  await lookUp('Lynne Robbins <lynne@contoso.com>');
  await stage.expectFace('lynne@contoso.com', 'lynne@contoso.com');
  await button('Details of lynne@contoso.com').click();
  await says('504 × 504 pixels');
  await button('Back').click();
  expect(await stage.pane.getByLabel('Address').inputValue()).toBe('Lynne Robbins <lynne@contoso.com>');
});

test.each([
  ['nora@contoso.com', 'No mailbox, so there is no photo.'],
  ['olivia@elsewhere.example', 'Not in your organization'],
  ['nonsense', 'Type or paste a full address'],
])('%s: %s', async (text, words) => {
  await lookUp(text);
  await says(words);
});

test('an administrator sets somebody else’s photo, after one permission', async () => {
  await lookUp('diego@contoso.com', '?account=alex%40contoso.com');
  await stage.expectFace('diego@contoso.com', 'diego@contoso.com');
  await button('Change').click();
  await stage.page.getByText('User.ReadWrite.All').waitFor();
  const picking = stage.page.waitForEvent('filechooser');
  await stage.page.getByRole('button', { name: 'Accept' }).click();
  await (await picking).setFiles({ name: 'a.jpg', mimeType: 'image/jpeg', buffer: await jpegOf(900, 900) });
  await previewed();
  await button('Save').click();
  await says(/^Saved\./);
  const held = await stage.control.original('diego@contoso.com');
  expect(await isUpright(held)).toBe(true);
  expect((await sharp(held).metadata()).width).toBe(648);
});

test('without the right to it the reason is said before any work is done', async () => {
  await lookUp('diego@contoso.com');
  await stage.expectFace('diego@contoso.com', 'diego@contoso.com');
  await button('Change').click();
  await stage.page.getByText('Only an administrator can accept.').waitFor();
  await stage.page.getByRole('button', { name: 'Cancel' }).click();
  await says('Only administrators can give it for other people’s photos.');
  expect((await stage.control.log()).filter(({ method }) => method === 'PUT')).toEqual([]);
});

/** The administrator has given the permission before. */
async function administered(): Promise<void> {
  await stage.control.patch({
    consent: { 'alex@contoso.com': ['User.Read', 'User.ReadBasic.All', 'User.ReadWrite.All'] },
  });
}

test('a mailbox on the company’s own server: the refusal says where to go, and keeps the crop', async () => {
  await administered();
  await lookUp('otto@contoso.com', '?account=alex%40contoso.com');
  await says('kept on your company’s own server');
  await choose(await jpegOf(900, 900));
  await previewed();
  await button('Save').click();
  await says('This mailbox is on your company’s own server, where its photo has to be changed.');
  await button('Save').waitFor();
});

test('somebody without a mailbox: a photo too heavy for the directory is made lighter by itself', async () => {
  await administered();
  await lookUp('nora@contoso.com', '?account=alex%40contoso.com');
  await says('No mailbox, so there is no photo.');
  const noise = { type: 'gaussian' as const, mean: 128, sigma: 60 };
  const heavy = await sharp({ create: { width: 900, height: 900, channels: 3, background: '#000', noise } })
    .jpeg({ quality: 95 })
    .toBuffer();
  await choose(heavy);
  await previewed();
  await button('Save').click();
  await says(/^Saved\..*The service now has 360 × 360 pixels/);
  const puts = (await stage.control.log()).filter(({ method }) => method === 'PUT');
  expect(puts.map(({ status }) => status)).toEqual([404, 200]);
  expect((await stage.control.original('nora@contoso.com')).length).toBeLessThanOrEqual(100_000);
});
