/** Where Office.js and the scripts that it adds come from (`office.js` and its host files, Microsoft 365 URLs). */
export const officeOrigins: readonly string[] = [
  'https://appsforoffice.microsoft.com',
  'https://officeapis.public.onecdn.static.microsoft',
  'https://ajax.aspnetcdn.com',
];
